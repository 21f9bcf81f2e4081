import {errorLine, UserError} from '../../../errors/user-error.ts';
import {changeActions, sumActions} from '../../../plan/changes/action.ts';
import {wrap} from '../../../text/fit.ts';
import {count} from '../../../text/format.ts';
import {dividerLine} from '../../divider-line.ts';
import {keyOf} from '../../keys.ts';
import {valueText} from '../../signs-in-values.ts';
import type {Size} from '../../size.ts';
import type {Paint} from '../../theme.ts';
import {fieldLine} from './field-line.ts';
import {planKeys} from './keys.ts';
import {planHeights} from './layout.ts';
import type {Outline} from './outline.ts';
import type {NodeText} from './plan-reader.ts';
import {type PlanContext, type PlanRow, type PlanState, rowAt} from './state.ts';
import {actionTexts, detailTexts, headTexts, planTexts as texts} from './texts.ts';

/** The characters of a value in the details. */
const longestValue = 4000;

/** Draws the whole text of the selected row. */
export function drawDetails(state: PlanState, context: PlanContext, size: Size, paint: Paint): readonly string[] {
	const {columns} = size;
	const room = planHeights(size).details;
	const row = rowAt(state.selected, state, context);
	const [title, texts] = row === undefined ? ['', []] : detailsOf(row, state, context, columns - 2);
	const isField = row?.kind === 'node' && row.field >= 0;
	const lines: string[] = [];
	for (const [at, text] of texts.entries()) {
		// A long value leaves room for the others.
		const share = Math.ceil((room - lines.length) / (texts.length - at));
		const most = isField ? share : room - lines.length;
		if (most > 0) lines.push(...wrap(text, columns - 2, most));
	}

	const filled = Array.from({length: room}, (_, at) => ` ${lines[at] ?? ''}`);
	return [paint('dim', dividerLine(title, columns)), ...filled];
}

type Details = readonly [title: string, texts: readonly string[]];

function detailsOf(row: PlanRow, state: PlanState, context: PlanContext, cells: number): Details {
	switch (row.kind) {
		case 'stop':
			return [headTexts.stopTitle, [row.text]];
		case 'cause': {
			const option = row.fix.map(fix => fix.option).join(', ');
			const use = row.fix.length === 0 ? [] : [headTexts.effectOfFix(option, keyOf(planKeys, 'fix'))];
			// In a low window, what to do is more than what happened, which the row shows.
			return [headTexts.causeTitle, [row.text.hint, ...use, row.text.problem]];
		}

		case 'fact':
			return [headTexts.factTitle, [row.text]];
		case 'node': {
			const {outline} = state.rows;
			const read = context.reader.read(outline.nodeAt(row.index));
			if (read instanceof UserError) return [texts.unreadable, [valueText(errorLine(read))]];
			if (row.field >= 0) return detailsOfField(read, row.field);
			const [title, lines] = detailsOfNode(read, cells);
			return [title, [...lines, ...countsBelow(row.index, outline, context)]];
		}
	}
}

/** Returns the changes of a row with others below it, by kind, and how many of them a filter shows. */
function countsBelow(index: number, outline: Outline, {preview}: PlanContext): readonly string[] {
	if (outline.endAt(index) === index + 1) return [];
	const counts = preview.plan.tree.countsAt(outline.nodeAt(index));
	const [shown, all] = [outline.changesAt(index), sumActions(counts)];
	const byKind = changeActions
		.filter(action => counts[action] > 0)
		.map(action => `${count(counts[action])} ${actionTexts[action][0]}`);
	return [byKind.join(', '), ...(shown === all ? [] : [detailTexts.filtered(shown, all)])];
}

function detailsOfNode({node, name, fields, marks}: NodeText, cells: number): Details {
	switch (node.kind) {
		case 'type':
			return [detailTexts.inside, [node.entity.plural]];
		case 'group':
			return [detailTexts.inside, [valueText(name.join('.'))]];
		case 'resource': {
			const {entity, change} = node;
			const full = valueText(name.join('.'));
			if (change === undefined) return [`${entity.singular} · ${detailTexts.inside}`, [full]];
			const {action} = change;
			const title = `${entity.singular} · ${actionTexts[action][0]}`;
			const work = marks.length === 0 ? [] : [detailTexts.workOfPeople(marks)];
			return [title, [full, ...work, ...fields.map(field => fieldLine(field, cells)), detailTexts.what[action]]];
		}
	}
}

/** Returns both values of a field, whole as far as there is room. */
function detailsOfField({name, fields}: NodeText, at: number): Details {
	const change = fields[at];
	if (change === undefined) return ['', []];
	const {field, before, after, now} = change;
	const value = (text: string) => (text === '' ? detailTexts.empty : `"${valueText(text.slice(0, longestValue))}"`);
	return [
		`${valueText(field)} · ${valueText(name.join('.'))}`,
		before === undefined
			? [value(after)]
			: now === undefined
				? [value(before), `-> ${value(after)}`]
				: [detailTexts.inSecoda(value(now)), detailTexts.inFile(value(after)), detailTexts.lastSent(value(before))],
	];
}
