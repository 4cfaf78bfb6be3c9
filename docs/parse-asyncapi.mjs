// Parses asyncapi.yaml with AsyncAPI's own parser: npm install --no-save @asyncapi/parser@3, then node docs/parse-asyncapi.mjs
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(process.cwd() + '/'); // installed where this is called
const { Parser } = require('@asyncapi/parser');
const path = fileURLToPath(new URL('asyncapi.yaml', import.meta.url));
const { document, diagnostics } = await new Parser().parse(await readFile(path, 'utf8'), { source: path });
for (const { severity, message, path: where } of diagnostics) {
  console.log(`${['error', 'warning', 'information', 'hint'][severity]} ${where.join('/')}: ${message}`);
}
if (!document) process.exit(1);
console.log(`valid: ${document.channels().all().length} channels, ${document.allMessages().all().length} messages`);
