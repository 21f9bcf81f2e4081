import unicode from '@xterm/addon-unicode-graphemes';
import headless from '@xterm/headless';
import type {SceneSize} from '../../test/app/scenes/scene.ts';

/** Returns a terminal that shows these lines. */
export async function terminalWith(lines: readonly string[], [columns, rows]: SceneSize): Promise<headless.Terminal> {
	const terminal = new headless.Terminal({cols: columns, rows, allowProposedApi: true});
	terminal.loadAddon(new unicode.UnicodeGraphemesAddon());
	await new Promise<void>(resolve => terminal.write(lines.join('\r\n'), resolve));
	return terminal;
}
