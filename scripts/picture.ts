/** Takes pictures of the built program's screens, `node --import=tsx scripts/picture.ts [name ...]`, into docs/screens. */
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {Terminal} from '../test/terminal/terminal.ts';
import {beginnings} from './picture/beginnings.ts';
import {type Scene, scenes} from './picture/scenes/index.ts';
import {Stay} from './picture/stay.ts';
import {drawTerminal} from './picture/svg.ts';

const screens = fileURLToPath(new URL('../docs/screens', import.meta.url));
const wanted = process.argv.slice(2);

for (const scene of scenes) {
	if (wanted.length > 0 && !wanted.includes(scene.name)) continue;
	for (const [columns, rows] of scene.sizes) await take(scene, columns, rows);
}

async function take({name, beginning, play}: Scene, columns: number, rows: number): Promise<void> {
	await using stay = new Stay();
	using terminal = new Terminal({...(await beginnings[beginning](stay)), columns, rows});
	await play(terminal);
	const folder = join(screens, `${columns}x${rows}`);
	await mkdir(folder, {recursive: true});
	const path = join(folder, `${name}.svg`);
	await writeFile(path, drawTerminal(terminal.screenBuffer, terminal.cursor(), 'secoda-upload'));
	process.stdout.write(`${path}\n`);
}
