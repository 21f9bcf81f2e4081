import {linePages} from '../json/line-pages.ts';
import type {ProblemPage, ProblemPages} from '../problem-page.ts';
import {example, tableWith} from './example.ts';
import {integer, recommended, required, typeErrorPage} from './presence.ts';
import {relationRules} from './relation.ts';
import {valueRules} from './value/index.ts';

const title = '"title": "orders", "description": "Clé de la commande"';

/** The page of each code. */
export const pages: ProblemPages = new Map<string, ProblemPage>([
	...linePages({
		good: tableWith(title),
		other: example.database,
		misspelt: tableWith(title.replace('title', 'Title')),
		duplicate: tableWith(`${title}, "title": "Orders"`),
		surrogate: tableWith('"title": "orders \\ud83d"'),
	}),
	['required', required.page],
	['recommended', recommended.page],
	['type-error', typeErrorPage],
	['integer', integer.page],
	...valueRules.map(({code, page}) => [code, page] as const),
	...Object.entries(relationRules).map(([code, {page}]) => [code, page] as const),
]);
