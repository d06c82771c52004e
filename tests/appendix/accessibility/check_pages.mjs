// check_pages.mjs - opens web pages in a headless browser, on a screen and as printed, and prints what axe-core finds
// against WCAG 2.2 A and AA. Ends with 1 when there is anything.
//
//     node check_pages.mjs BROWSER PAGE...
import {createRequire} from 'node:module';
import {pathToFileURL} from 'node:url';
import {chromium} from 'playwright-core';

const [browserPath, ...pages] = process.argv.slice(2);
const axe = pathToFileURL(createRequire(import.meta.url).resolve('axe-core/axe.min.js')).href;
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const browser = await chromium.launch({
  executablePath: browserPath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});
let failures = 0;
for (const file of pages) {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(file).href);
  await page.addScriptTag({url: axe});
  for (const medium of ['screen', 'print']) {
    await page.emulateMedia({media: medium});
    // What passed comes without its elements: thousands of cells needn't leave the browser.
    const result = await page.evaluate((only) => window.axe.run(document, {runOnly: only, resultTypes: ['violations']}), tags);
    // A checker that looked at nothing would find nothing.
    const tables = await page.locator('table').count();
    console.log(`${file} (${medium}): ${result.passes.length} rules passed, ${result.violations.length} broken, ` +
        `${tables} tables`);
    if (tables === 0 || result.passes.length < 10) failures += 1;
    for (const violation of result.violations) {
      failures += 1;
      console.log(`  ${violation.id}: ${violation.help}`);
      for (const node of violation.nodes.slice(0, 3)) console.log(`    ${node.html.slice(0, 160)}`);
    }
  }
  await page.close();
}
await browser.close();
process.exit(failures === 0 ? 0 : 1);
