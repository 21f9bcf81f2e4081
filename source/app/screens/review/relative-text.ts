import {basename} from 'node:path';
import type {Relative, RelativeFile, RelativePlace, Relatives} from '../../../kinds/relatives.ts';
import {cutTo} from '../../../text/fit.ts';
import {width} from '../../../text/width.ts';
import {valueText} from '../../signs-in-values.ts';
import type {ReviewContext} from './state.ts';
import {otherFileTexts, relativeTexts as texts} from './texts.ts';

/** The least number of terminal cells for a name that is cut. */
const shortestName = 8;

/** Returns the relative that is nearest to the row: the last one of a path, the first one of a list. */
export function nearestOf({shape, relatives}: Relatives): Relative {
	return shape === 'list' ? relatives[0] : (relatives.at(-1) ?? relatives[0]);
}

/** Returns a relative as text, `orders (table, row 3)`, in at most `cells` where that is possible. Without `type`, only its place. */
export function relativeText(
	relative: Relative,
	context: ReviewContext,
	{cells = Number.POSITIVE_INFINITY, type = relative.type}: {readonly cells?: number; readonly type?: string} = {},
): string {
	const facts = [valueText(type), placeText(relative, context)].filter(fact => fact !== '').join(', ');
	const behind = facts === '' ? '' : ` (${facts})`;
	return `${cutTo(valueText(relative.name), Math.max(shortestName, cells - width(behind)))}${behind}`;
}

function placeText({place}: Relative, context: ReviewContext): string {
	switch (place.kind) {
		case 'row':
			return rowText(place, context);
		case 'missing':
			return texts.missing(fileName(place.file, context));
		case 'not-compared':
			return context.others?.[0] === undefined ? texts.notOpen : texts.notCompared;
		case 'outside':
			return '';
	}
}

function rowText({file, row}: Extract<RelativePlace, {kind: 'row'}>, context: ReviewContext): string {
	const {session, others: [other = session] = []} = context;
	return file === 'same' ? texts.row(session.numberOf(row)) : texts.rowIn(other.numberOf(row), fileName(file, context));
}

/** Returns why there is no way to a relative that is in no row. */
export function whyNotReachable({name, type, place}: Relative, context: ReviewContext): string {
	const named = valueText(name);
	switch (place.kind) {
		case 'missing':
			return texts.isMissing(named, fileName(place.file, context));
		case 'not-compared': {
			const [other] = context.others ?? [];
			return other === undefined ? texts.isNotOpen(named) : otherFileTexts.notChecked(valueText(basename(other.path)));
		}

		case 'row':
		case 'outside':
			return texts.isOutside(named, valueText(type));
	}
}

function fileName(file: RelativeFile, {others = []}: ReviewContext): string {
	const [other] = others;
	return file === 'same' || other === undefined ? texts.thisFile : valueText(basename(other.path));
}
