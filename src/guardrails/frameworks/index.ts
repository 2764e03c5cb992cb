import { cisControls } from './cis-ids';
import type { ControlTable, NotAtSynth } from './control-table';
import type { ControlIds, Framework } from './framework';
import { fsbpControls } from './fsbp';
import { GDPR } from './gdpr';
import { HIPAA } from './hipaa';
import { nistControls } from './nist-800-53';
import { OWASP_SERVERLESS } from './owasp-serverless';
import { PARTLY_AT_SYNTH } from './partly-at-synth';
import { PCI_DSS_4 } from './pci-dss';
import { SOC2 } from './soc2';
import { WELL_ARCHITECTED } from './well-architected';

export type { ControlIds, Controls, Framework } from './framework';

export interface FrameworkInfo {
  readonly name: string;
  readonly versions: readonly string[];
  readonly publisher: string;
  readonly url: string;
  /** Which of its controls are listed: all, or some and where they come from. */
  readonly listed: string;
  /** The controls that we know of it. */
  readonly controls: () => ControlTable;
}

export const FRAMEWORKS: Readonly<Record<Framework, FrameworkInfo>> = {
  fsbp: {
    name: 'AWS Foundational Security Best Practices',
    versions: ['1.0.0'],
    publisher: 'AWS',
    url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/fsbp-standard.html',
    listed: 'those of the catalogue of requirements that the rules come from; AWS adds controls as it adds services, the page of the standard has them all',
    controls: fsbpControls,
  },
  cis: {
    name: 'CIS AWS Foundations Benchmark',
    versions: ['3.0.0', '5.0.0', '7.0.0'],
    publisher: 'Center for Internet Security',
    url: 'https://www.cisecurity.org/benchmark/amazon_web_services',
    listed: 'all recommendations: 62 of version 3.0.0, 63 of 5.0.0 and 70 of 7.0.0',
    controls: cisControls,
  },
  pciDss4: {
    name: 'PCI DSS',
    versions: ['4.0', '4.0.1'],
    publisher: 'PCI Security Standards Council',
    url: 'https://www.pcisecuritystandards.org/document_library/',
    listed: 'a subset of the requirements: those that published mappings to resources of AWS name',
    controls: () => PCI_DSS_4,
  },
  hipaa: {
    name: 'HIPAA Security Rule',
    versions: ['45 CFR Part 164, Subpart C'],
    publisher: 'US Department of Health and Human Services',
    url: 'https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-164/subpart-C',
    listed: 'all standards and implementation specifications of sections 164.308 to 164.316',
    controls: () => HIPAA,
  },
  nist80053r5: {
    name: 'NIST SP 800-53',
    versions: ['Revision 5'],
    publisher: 'National Institute of Standards and Technology',
    url: 'https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final',
    listed: 'a subset of the more than 1,000 controls and enhancements: those that published mappings to resources of AWS name; parts of a control are counted by themselves',
    controls: nistControls,
  },
  soc2: {
    name: 'SOC 2, Trust Services Criteria',
    versions: ['2017'],
    publisher: 'AICPA',
    url: 'https://www.aicpa-cima.com/resources/download/2017-trust-services-criteria-with-revised-points-of-focus-2022',
    listed: 'a subset of the 61 criteria: those that published mappings to resources of AWS name',
    controls: () => SOC2,
  },
  gdpr: {
    name: 'General Data Protection Regulation',
    versions: ['Regulation (EU) 2016/679'],
    publisher: 'European Union',
    url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    listed: 'three of the 99 articles: those that ask for technical measures or records',
    controls: () => GDPR,
  },
  wellArchitected: {
    name: 'AWS Well-Architected Framework, security and reliability pillars',
    versions: ['2023-04-10'],
    publisher: 'AWS',
    url: 'https://docs.aws.amazon.com/wellarchitected/2023-04-10/framework/security.html',
    listed: 'a subset of the practices of both pillars: those that published mappings to resources of AWS name',
    controls: () => WELL_ARCHITECTED,
  },
  owaspServerless: {
    name: 'OWASP Serverless Top 10',
    versions: ['2017 interpretation'],
    publisher: 'OWASP',
    url: 'https://owasp.org/www-project-serverless-top-10/',
    listed: 'all ten chapters',
    controls: () => OWASP_SERVERLESS,
  },
};

const tables = new Map<Framework, ControlTable>();

/** Every control that we know of a framework, put together when it is first asked for. */
export function controlsOf(framework: Framework): ControlTable {
  let table = tables.get(framework);
  if (table === undefined) {
    table = FRAMEWORKS[framework].controls();
    tables.set(framework, table);
  }
  return table;
}

export function titleOf<F extends Framework>(framework: F, id: ControlIds[F]): string {
  const control = controlsOf(framework)[id];
  return typeof control === 'string' ? control : control.title;
}

/** Why no template can show the control; undefined if one can. */
export function notAtSynth(framework: Framework, id: string): NotAtSynth | undefined {
  const control = controlsOf(framework)[id];
  return typeof control === 'object' ? control : undefined;
}

/** Whether the control asks people for something too, so that no rule answers to all of it. */
export function isPartlyAtSynth(framework: Framework, id: string): boolean {
  return PARTLY_AT_SYNTH[framework]?.includes(id) ?? false;
}
