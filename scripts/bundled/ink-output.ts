import {type StyledChar, styledCharsFromTokens, styledCharsToString, tokenize} from '@alcalzone/ansi-tokenize';
import InkOutput from '../../node_modules/ink/build/output.js';
import {isSeparate} from '../../source/text/separate-characters.ts';
import {width, withoutStyles} from '../../source/text/width.ts';

type Size = ConstructorParameters<typeof InkOutput>[0];
type Write = Parameters<InstanceType<typeof InkOutput>['write']>;
type Clip = Parameters<InstanceType<typeof InkOutput>['clip']>[0];
type Written = ReturnType<InstanceType<typeof InkOutput>['get']>;

/** A text of one line in Ink: before the styles of its component are applied, and as it is written. */
type Line = {readonly beforeStyles: string; readonly written: string};

/** Lines by width and text: most lines of a frame were in the one before, too. */
const known = new Map<string, Line>();
const mostKnown = 4096;

/**
Replaces Ink's `Output`, which splits all lines of every frame into styled characters. A frame that is one text a line takes
its lines from a cache; every other frame is left to Ink.
*/
export default class CachedOutput {
	readonly #size: Size;
	readonly #lines = new Map<number, Write>();
	/** Ink's own output, with all that was written, once a write is not a whole line. */
	#ink: InstanceType<typeof InkOutput> | undefined;

	constructor(size: Size) {
		this.#size = size;
	}

	get height(): number {
		return this.#size.height;
	}

	write(...write: Write): void {
		const [, y] = write;
		if (this.#ink === undefined && this.#isLine(write)) this.#lines.set(y, write);
		else this.#inkOutput().write(...write);
	}

	clip(clip: Clip): void {
		this.#inkOutput().clip(clip);
	}

	unclip(): void {
		this.#inkOutput().unclip();
	}

	get(): Written {
		if (this.#ink !== undefined) return this.#ink.get();
		const {width, height} = this.#size;
		const lines = Array.from({length: height}, (_, y) => {
			const write = this.#lines.get(y);
			return write === undefined ? '' : writtenLine(write, width);
		});
		return {output: lines.join('\n'), height};
	}

	#isLine([x, y, text]: Write): boolean {
		return (
			x === 0 && Number.isInteger(y) && y >= 0 && y < this.#size.height && !text.includes('\n') && !this.#lines.has(y)
		);
	}

	#inkOutput(): InstanceType<typeof InkOutput> {
		if (this.#ink === undefined) {
			this.#ink = new InkOutput(this.#size);
			for (const write of this.#lines.values()) this.#ink.write(...write);
		}

		return this.#ink;
	}
}

function writtenLine([, , text, {transformers}]: Write, width: number): string {
	const {beforeStyles, written} = lineOf(text, width);
	const styled = transformers.reduce((line, transform) => transform(line, 0), beforeStyles);
	return styled === beforeStyles ? written : inkLine(text, width, transformers);
}

function lineOf(text: string, width: number): Line {
	const key = `${width} ${text}`;
	const found = known.get(key);
	if (found !== undefined) return found;
	const line = separateLine(text, width) ?? inkLineOf(text, width);
	if (known.size >= mostKnown) known.clear();
	known.set(key, line);
	return line;
}

/** Makes a line of separate characters, which has no cells to be cut or joined. `undefined` for every other text. */
function separateLine(text: string, columns: number): Line | undefined {
	const bare = withoutStyles(text);
	if (!isSeparate(bare) || width(bare) > columns) return undefined;
	if (bare === text) return {beforeStyles: text, written: text.trimEnd()};
	const characters = styledCharsFromTokens(tokenize(text));
	return {
		beforeStyles: styledCharsToString(characters),
		// The spaces behind the text end its styles, and are cut.
		written: styledCharsToString([...characters, blank]).trimEnd(),
	};
}

const blank: StyledChar = {type: 'char', value: ' ', fullWidth: false, styles: []};

function inkLineOf(text: string, width: number): Line {
	let beforeStyles = '';
	const written = inkLine(text, width, [line => (beforeStyles = line)]);
	return {beforeStyles, written};
}

function inkLine(text: string, width: number, transformers: Write[3]['transformers']): string {
	const output = new InkOutput({width, height: 1});
	output.write(0, 0, text, {transformers});
	return output.get().output;
}
