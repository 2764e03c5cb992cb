import type { Framework } from './framework';

/**
 * Controls that ask people to do something, to analyse, decide, review or respond, beside what resources have to be: however many rules answer to
 * one, they answer to the second half. Where none does, a template shows nothing of it, though published mappings name settings of services for it.
 */
export const PARTLY_AT_SYNTH: Readonly<Partial<Record<Framework, readonly string[]>>> = {
  pciDss4: [
    '1.2.5', '2.2.5', '3.2.1', '3.3.1.1', '3.3.1.3', '3.6.1.3', '3.7.2', '3.7.6', '4.2.1.1', '6.3.3', '7.2.1', '7.2.3', '8.2.2', '8.2.4', '8.2.5', '8.2.7',
    '8.3.11', '10.4.1', '10.4.2', '10.4.3', '10.7.1', '10.7.2', '11.3.1.1', '11.3.1.3', '12.3.4', '12.10.5', 'A3.3.1', 'A3.4.1', 'A3.5.1',
  ],
  hipaa: [
    '164.308(a)(1)(ii)(A)', '164.308(a)(1)(ii)(B)', '164.308(a)(1)(ii)(D)', '164.308(a)(3)(i)', '164.308(a)(3)(ii)(A)', '164.308(a)(3)(ii)(B)',
    '164.308(a)(4)(i)', '164.308(a)(4)(ii)(A)', '164.308(a)(4)(ii)(B)', '164.308(a)(4)(ii)(C)', '164.308(a)(5)(ii)(C)', '164.308(a)(5)(ii)(D)',
    '164.308(a)(6)(i)', '164.308(a)(6)(ii)', '164.308(a)(7)(i)', '164.308(a)(7)(ii)(A)', '164.308(a)(7)(ii)(B)', '164.308(a)(7)(ii)(C)',
    '164.312(a)(2)(i)', '164.312(a)(2)(ii)', '164.314(b)(1)', '164.314(b)(2)', '164.314(b)(2)(i)', '164.314(b)(2)(ii)', '164.314(b)(2)(iii)',
    '164.314(b)(2)(iv)', '164.308(a)(5)(ii)(A)', '164.308(a)(8)',
  ],
  nist80053r5: [
    'AC-5', 'AC-5(b)', 'AT-4(b)', 'AU-6(6)', 'AU-6(9)', 'CM-3', 'CM-8(6)', 'CM-9(b)', 'CP-1(2)', 'CP-1(a)(1)(b)', 'CP-1(a)(2)', 'CP-2(a)',
    'CP-2(a)(6)', 'CP-2(a)(7)', 'CP-2(d)', 'CP-2(e)', 'PM-11(b)', 'PM-14(a)(1)', 'PM-14(b)', 'PM-17(b)', 'PM-21(b)', 'PM-31', 'SA-1(1)',
    'SI-1(1)(c)', 'SI-1(a)(2)', 'SI-1(c)(2)', 'CA-2(d)', 'CA-7(4)(c)', 'CM-3(a)', 'PE-6(2)', 'PE-6(4)', 'PM-16', 'RA-1(a)', 'RA-1(a)(1)',
    'RA-1(a)(2)', 'RA-3(a)(1)', 'RA-3(4)', 'SA-3', 'SA-11(1)', 'SA-11(6)', 'SA-15(a)(4)', 'SA-15(2)', 'SA-15(8)', 'SI-4(14)',
  ],
  soc2: [
    'CC1.3', 'CC2.1', 'CC3.3', 'CC4.2', 'CC5.2', 'CC6.2', 'CC6.3', 'CC7.3', 'CC7.4', 'PI1.2', 'PI1.3', 'PI1.4', 'PI1.5', 'CC3.1', 'CC3.2', 'CC3.4',
    'CC7.5', 'CC8.1',
  ],
  gdpr: ['Article 25', 'Article 30', 'Article 32'],
  wellArchitected: [
    'SEC02-BP05', 'SEC03-BP04', 'SEC03-BP05', 'SEC03-BP06', 'SEC03-BP07', 'SEC03-BP08', 'SEC04-BP02', 'SEC04-BP03', 'SEC06-BP01', 'SEC06-BP06', 'SEC07-BP04',
  ],
};
