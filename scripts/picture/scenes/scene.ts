import type {Terminal} from '../../../test/terminal/terminal.ts';
import type {BeginningName} from '../beginnings.ts';

/** A screen of the program: what is there before, which keys lead there, and what must be seen before it is taken. */
export type Scene = {
	readonly name: string;
	readonly beginning: BeginningName;
	/** Columns and rows of each picture. */
	readonly sizes: ReadonlyArray<readonly [columns: number, rows: number]>;
	play(terminal: Terminal): Promise<void>;
};

/** Every screen is taken in these. */
export const everySize: Scene['sizes'] = [
	[200, 50],
	[80, 24],
	[60, 16],
];
