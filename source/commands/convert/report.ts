import {saveNotes, saveSummary} from '../../report/saved.ts';
import {visible} from '../../text/visible.ts';
import {outputJson} from '../fix/report.ts';
import type {LineSource} from './line-source.ts';
import {texts} from './texts.ts';
import type {WrittenLines} from './write-lines.ts';

export type ConvertResult = {
	/** The path of the input. */
	readonly source: string;
	readonly lines: LineSource;
	readonly output: WrittenLines;
};

/** Returns the JSON of `convert --json`. */
export function convertJson({source, lines: {written, omitted}, output}: ConvertResult): object {
	const {lines, counts} = written;
	return {file: source, ...outputJson(output), lines, counts: counts ?? null, omitted, notes: convertNotes(counts)};
}

/** Returns the report of `convert` as text. */
export function convertText({lines: {written, omitted}, output}: ConvertResult): string {
	const {lines, counts} = written;
	const where = output.kind === 'saved' ? saveSummary(output.saved) : `Written to ${output.name}`;
	const types = Object.entries(counts ?? {}).map(([type, number]) => texts.counted(type, number));
	return [
		texts.written(visible(where), lines, types.length === 0 ? '' : ` (${types.join(', ')})`),
		...(output.kind === 'saved' ? saveNotes(output.saved).map(visible) : []),
		...(omitted.length === 0 ? [] : [texts.omitted(omitted)]),
		'',
	].join('\n');
}

/** Returns what to consider before the lines are uploaded. */
export function convertNotes(counts: LineSource['written']['counts']): readonly string[] {
	return counts === undefined ? [] : [texts.otherPages];
}
