import unicode from '@xterm/addon-unicode-graphemes';
import headless from '@xterm/headless';

/** A terminal that measures clusters of characters as current terminals do. */
export function xterm(columns: number, rows: number): headless.Terminal {
	const terminal = new headless.Terminal({cols: columns, rows, allowProposedApi: true});
	terminal.loadAddon(new unicode.UnicodeGraphemesAddon());
	return terminal;
}

/** Resolves when a terminal shows what was written to it. */
export function written(terminal: headless.Terminal, text: string): Promise<void> {
	return new Promise(resolve => terminal.write(text, resolve));
}
