import type {Relative, RelativeFile, Relatives} from '../../source/kinds/relatives.ts';
import type {Session} from '../../source/session/session.ts';

/** Returns the number to show for a row of a file. */
type Numbering = (row: number, file: RelativeFile) => number;

/** The relatives of a row as text: `Parents: shop (database, row same 1)`. */
export function relativesOf(session: Session, row: number, numberOf: Numbering = other => other): readonly string[] {
	return session.relativesOf(row).map(relatives => `${relatives.label}: ${textOf(relatives, numberOf)}`);
}

function textOf(relatives: Relatives, numberOf: Numbering): string {
	const texts = relatives.relatives.map(relative => relativeText(relative, numberOf));
	switch (relatives.shape) {
		case 'path':
			return [...(relatives.start === 'whole' ? [] : [relatives.start]), ...texts].join(' > ');
		case 'list': {
			const more = relatives.counted === 'least' ? '+' : '';
			const counts = relatives.counts.map(({count, singular, plural}) =>
				[`${count}${more}`, count === 1 ? singular : plural].join(' '),
			);
			return `${counts.join(', ')}: ${texts.join(', ')}`;
		}
	}
}

function relativeText({name, type, place}: Relative, numberOf: Numbering): string {
	const at = 'file' in place ? `${place.kind} ${place.file}` : place.kind;
	const where = place.kind === 'row' ? `${at} ${numberOf(place.row, place.file)}` : at;
	return `${name} (${[type, where].filter(Boolean).join(', ')})`;
}
