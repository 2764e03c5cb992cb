import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';

/** A folder that a site can show. */
export const SHOP = path.join(__dirname, 'fixtures', 'shop');

/** A folder with these files, beside the two pages that a site has. */
export function folderWith(files: Record<string, string>): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'site-'));
  for (const [name, content] of Object.entries({ 'index.html': 'index', 'error.html': 'error', ...files })) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content);
  }
  return folder;
}
