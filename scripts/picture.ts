/** Takes pictures of the built program's screens: `node --import=tsx scripts/picture.ts [name ...]`, into docs/screens. */
import {copyFile, mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {startSandbox} from '../source/sandbox/sandbox.ts';
import {Terminal} from '../test/terminal/terminal.ts';
import {type Scene, scenes} from './picture/scenes.ts';
import {dark, drawTerminal, light} from './picture/svg.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const wanted = process.argv.slice(2);

await mkdir(join(root, 'docs/screens'), {recursive: true});
for (const scene of scenes) {
	if (wanted.length === 0 || wanted.includes(scene.name)) await take(scene);
}

async function take(scene: Scene): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'secoda-upload-picture-'));
	const sandbox = await startSandbox({switches: {syncMs: 3000}});
	try {
		await copyFile(join(root, 'examples/warehouse.csv'), join(folder, 'warehouse.csv'));
		using terminal = new Terminal({
			args: [join(root, 'dist/cli.js'), 'warehouse.csv', '--url', sandbox.url, '--integration', sandbox.integration],
			cwd: folder,
			env: {HOME: folder, SECODA_UPLOAD_HOME: folder, SECODA_API_TOKEN: sandbox.token},
			columns: scene.columns,
			rows: scene.rows,
		});
		await terminal.shows('27 errors');
		await scene.play(terminal);
		for (const [theme, palette] of [
			['', dark],
			['-light', light],
		] as const) {
			const path = join(root, `docs/screens/${scene.name}${theme}.svg`);
			await writeFile(path, drawTerminal(terminal.screenBuffer, 'secoda-upload', palette));
			process.stdout.write(`${path}\n`);
		}
	} finally {
		await sandbox.close();
		await rm(folder, {recursive: true, force: true});
	}
}
