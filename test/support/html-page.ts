import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, chromium } from 'playwright-core';

/** Where Debian's Chromium is; tests that need it say that they are skipped where it is not. */
const CHROMIUM = '/usr/bin/chromium';
export const hasChromium: boolean = existsSync(CHROMIUM);

/** A browser without a window, which asks nothing of the network. */
function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
}

/** What axe-core finds wrong in a page, in the widths of a screen and of a phone. */
export async function findBarriers(html: string): Promise<string[]> {
  const browser = await openBrowser();
  try {
    const found: string[] = [];
    for (const width of [1100, 390]) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, javaScriptEnabled: true });
      await page.setContent(html);
      await page.evaluate(axe.source);
      const { violations } = (await page.evaluate('axe.run()')) as {
        violations: { id: string; nodes: { html: string }[] }[];
      };
      found.push(...violations.map(({ id, nodes }) => `${width}: ${id} ${nodes[0]?.html}`));
    }
    return found;
  } finally {
    await browser.close();
  }
}

/** A page as a browser prints it. */
export async function printPage(html: string): Promise<Uint8Array> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent(html);
    return await page.pdf();
  } finally {
    await browser.close();
  }
}
