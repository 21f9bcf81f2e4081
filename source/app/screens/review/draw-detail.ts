import {canonicalValue} from '../../../rules/canonical.ts';
import type {Problem} from '../../../rules/problem.ts';
import {wrap} from '../../../text/fit.ts';
import {count} from '../../../text/format.ts';
import {visible} from '../../../text/visible.ts';
import {rule} from '../../rule.ts';
import type {Size} from '../../size.ts';
import {type Paint, signs} from '../../theme.ts';
import {problemHere} from './browse.ts';
import {heights} from './layout.ts';
import type {ReviewContext, ReviewState} from './state.ts';

/** The pane under the grid: the whole value, what is wrong with it, what would mend it. Exactly as high as it should be. */
export function drawDetail(state: ReviewState, context: ReviewContext, paint: Paint): readonly string[] {
	const {session} = context;
	const {row, column} = state.cursor;
	const height = heights(state.size).detail;
	const {columns} = state.size;
	const problem = problemHere(state, context);
	const about =
		problem === undefined ? [remark(state, context, paint)] : problemLines(problem, context, state.size, paint);
	const value = visible(session.cells(row)[column] ?? '');
	const room = Math.max(1, height - 1 - about.length);
	const lines = [
		paint('dim', rule(title(state, context), columns)),
		...wrap(value === '' ? '(empty)' : value, columns - 2, room).map(line => ` ${line}`),
		...about,
	];
	return Array.from({length: height}, (_, at) => lines[at] ?? '');
}

function title({cursor: {row, column}}: ReviewState, {session}: ReviewContext): string {
	const {mapping, labels} = session.header;
	const cells = session.cells(row);
	const table = [mapping.database, mapping.schema, mapping.name, mapping.col_name]
		.map(at => (at === undefined ? '' : cells[at]))
		.filter(Boolean);
	return [`row ${count(row)}`, labels[column] ?? `cell ${column + 1}`, table.join('.')]
		.filter(Boolean)
		.map(visible)
		.join(' · ');
}

function problemLines(
	problem: Problem,
	{session}: ReviewContext,
	{columns, rows}: Size,
	paint: Paint,
): readonly string[] {
	const {code, severity, message, fixes} = problem;
	const tone = severity === 'error' ? 'error' : 'warning';
	const more = (session.findings.counts.get(code) ?? 1) - 1;
	const [fix] = fixes;
	const others =
		more === 0
			? ''
			: `   ${paint('dim', `${count(more)} more like this`)}${fix === undefined ? '' : ` ${paint('key', 'F')}`}`;
	const action =
		fix === undefined
			? `${paint('key', 'Enter')} edit${problem.field === undefined ? ' the row' : ''}  ${paint('key', 'm')} leave the row out`
			: `${paint('key', 'f')} ${visible(fix.title)}${fix.safe ? paint('good', '  safe') : ''}`;
	return [
		...wrap(`${signs[tone]} ${code}: ${visible(message)}`, columns - 1, rows < 16 ? 1 : 2).map(line =>
			paint(tone, ` ${line}`),
		),
		` ${action}${others}`,
	];
}

/** What is to be said of a cell without a problem: what Secoda gets, when that is not what stands there. */
function remark({cursor: {row, column}}: ReviewState, {session}: ReviewContext, paint: Paint): string {
	if (session.isLeftOut(row))
		return paint('dim', ` ${signs.leftOut} This row is left out: it is neither saved nor sent.`);
	const field = session.fieldOf(column);
	if (field === undefined) return paint('dim', ' Secoda does not know this column: it is not sent.');
	if (session.findings.at(row).length > 0) return '';
	const value = session.cells(row)[column] ?? '';
	const sent = canonicalValue(field, value);
	return sent === value ? '' : paint('dim', ` Secoda gets: ${visible(sent) || '(nothing)'}`);
}

/** How many errors and warnings are left, for the title line. */
export function summary({session}: ReviewContext, paint: Paint): string {
	const errors = session.total('error');
	const warnings = session.total('warning');
	if (errors + warnings === 0) return paint('good', `${signs.good} no problems`);
	const parts = [
		...(errors === 0 ? [] : [paint('error', `${signs.error} ${count(errors)} ${errors === 1 ? 'error' : 'errors'}`)]),
		...(warnings === 0
			? []
			: [paint('warning', `${signs.warning} ${count(warnings)} ${warnings === 1 ? 'warning' : 'warnings'}`)]),
	];
	return parts.join('  ');
}
