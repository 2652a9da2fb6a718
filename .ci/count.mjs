/** Reads the JSON report of a vitest run and prints how many tests passed, failed and were skipped. */
import { readFileSync } from 'node:fs';

const { testResults } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const tests = testResults.flatMap((file) => file.assertionResults);
const count = (...states) => tests.filter(({ status }) => states.includes(status)).length;
// A file that cannot be loaded, or whose hooks fail, is failed without a failed test.
const brokenFiles = testResults.filter(
  (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
).length;
console.log(count('passed'), count('failed') + brokenFiles, count('pending', 'skipped', 'todo', 'disabled'));
