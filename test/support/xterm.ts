import {createRequire} from 'node:module';
import headless from '@xterm/headless';

// This package reads the beginning of the memory of its Buffer, which begins with other data if it is from the pool.
const {poolSize} = Buffer;
Buffer.poolSize = 0;
const require = createRequire(import.meta.url);
const unicode = require('@xterm/addon-unicode-graphemes') as typeof import('@xterm/addon-unicode-graphemes');
Buffer.poolSize = poolSize;

/** Returns a terminal that measures clusters of characters as current terminals do. */
export function xterm(columns: number, rows: number): headless.Terminal {
	const terminal = new headless.Terminal({cols: columns, rows, allowProposedApi: true});
	terminal.loadAddon(new unicode.UnicodeGraphemesAddon());
	return terminal;
}

/** Resolves when a terminal shows what was written to it. */
export function written(terminal: headless.Terminal, text: string): Promise<void> {
	return new Promise(resolve => terminal.write(text, resolve));
}
