import type headless from '@xterm/headless';
import type {SceneSize} from '../../test/app/scenes/scene.ts';
import {written, xterm} from '../../test/support/xterm.ts';

/** Returns a terminal that shows these lines. */
export async function terminalWith(lines: readonly string[], [columns, rows]: SceneSize): Promise<headless.Terminal> {
	const terminal = xterm(columns, rows);
	await written(terminal, lines.join('\r\n'));
	return terminal;
}
