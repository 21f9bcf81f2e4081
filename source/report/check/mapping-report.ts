import type {Obstacle} from '../../mapping/obstacles.ts';
import type {Confidence, MappingProposal, Proposal} from '../../mapping/proposal.ts';
import {alignedLines} from '../../text/aligned-lines.ts';
import {plural} from '../../text/format.ts';
import {visible} from '../../text/visible.ts';
import {sourceName} from '../source-name.ts';
import {mappingTexts as texts} from './mapping-texts.ts';
import {obstacleText} from './obstacle-text.ts';

/** How a file whose columns do not match can be read, and the commands that do it. */
export type ReportedMapping = {
	/** The row of the header, from 1. */
	readonly headerRow: number;
	readonly labels: readonly string[];
	/** The number of rows below the header. */
	readonly records: number;
	readonly proposal: MappingProposal;
	/** The columns that are likely fields too, if the file is read without the recipe; its rows are then reported. */
	readonly further: readonly Proposal[] | undefined;
	/** Why the recipe is not enough. */
	readonly obstacle: Obstacle | undefined;
	/** The command that makes a right file, with `...` for each value that it needs. */
	readonly command: string;
	/** The command that opens the file in the app. */
	readonly openCommand: string;
};

/** A line of the table: fields, column, confidence and reason. */
type Line = readonly [fields: string, column: string, confidence: string, reason: string];

/** Returns the proposal of a file as text. */
export function mappingLines(
	path: string,
	{proposal, labels, records, headerRow, obstacle, command, openCommand}: ReportedMapping,
): readonly string[] {
	const table = alignedLines(linesOf(proposal, labels)).trimEnd().split('\n');
	return [
		texts.title(visible(sourceName(path)), plural(records, 'row')),
		'',
		...table.map(line => `  ${line}`),
		...unsentLines(proposal, labels),
		'',
		...nextLines(obstacle && obstacleText(obstacle, headerRow), [texts.next(command), texts.openInApp(openCommand)]),
	];
}

/** Returns the columns of a readable file that are likely fields too. */
export function furtherLines({further = [], labels, command}: ReportedMapping): readonly string[] {
	if (further.length === 0) return [];
	return [
		...further.map(({field, column, reason}) => texts.further(visible(labels[column] ?? ''), field, reason)),
		texts.sendFurther(command),
	];
}

function nextLines(
	obstacle: ReturnType<typeof obstacleText> | undefined,
	commands: readonly string[],
): readonly string[] {
	if (obstacle === undefined) return commands;
	const {problem, action, isFinal} = obstacle;
	return isFinal ? [problem, texts.next(action)] : [`${problem} ${action}`, ...commands];
}

function unsentLines({proposals, splits}: MappingProposal, labels: readonly string[]): readonly string[] {
	const read = new Set([...proposals, ...splits].map(({column}) => column));
	const unsent = labels.filter((label, column) => !read.has(column) && label.trim() !== '');
	return unsent.length === 0 ? [] : ['', texts.unsent(unsent.map(visible).join(', '))];
}

function linesOf(proposal: MappingProposal, labels: readonly string[]): readonly Line[] {
	const {proposals, splits, missing, fillDown, tableRows, skipRows} = proposal;
	const label = (column: number) => visible(labels[column] ?? '');
	return [
		...proposals.map(({field, column, confidence, reason}) => line([field], label(column), confidence, reason)),
		...splits.map(({fields, column, confidence, reason}) => line(fields, label(column), confidence, reason)),
		...fillDown.map(field => line([field], '-', undefined, texts.fillDown)),
		...(tableRows ? [line(['description'], '-', undefined, texts.tableRows)] : []),
		...skipRows.map(({column, value}) =>
			line([], '-', undefined, texts.skipRows(column && visible(column), visible(value))),
		),
		...missingLines(missing),
	];
}

/** Returns what to do for fields without a column. One value for all rows cannot be the name of a column. */
function missingLines(missing: MappingProposal['missing']): readonly Line[] {
	const values = missing.filter(field => field !== 'col_name');
	return [
		...(missing.includes('col_name') ? [line(['col_name'], '-', undefined, texts.missingColumn)] : []),
		...(values.length === 0 ? [] : [line(values, '-', undefined, texts.missing(values))]),
	];
}

function line(fields: readonly string[], column: string, confidence: Confidence | undefined, reason: string): Line {
	return [fields.join(', ') || '-', column, confidence ?? '', reason];
}

/** Returns the same as data. */
export function mappingJson({headerRow, labels, proposal, obstacle, command}: ReportedMapping) {
	const found = obstacle && obstacleText(obstacle, headerRow);
	return {
		headerRow,
		proposals: [
			...proposal.proposals.map(({field, column, confidence, reason}) => ({
				field,
				column: column + 1,
				label: labels[column] ?? '',
				confidence,
				reason,
			})),
		],
		splits: proposal.splits.map(({fields, column, confidence, reason}) => ({
			fields,
			column: column + 1,
			label: labels[column] ?? '',
			confidence,
			reason,
		})),
		fillDown: proposal.fillDown,
		tableRows: proposal.tableRows,
		skipRows: proposal.skipRows.map(({column = null, value}) => ({column, value})),
		missing: proposal.missing,
		obstacle: found === undefined ? null : {code: obstacle?.code, message: `${found.problem} ${found.action}`},
		command,
	};
}
