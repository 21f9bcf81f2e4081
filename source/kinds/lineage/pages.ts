import {linePages} from '../json/line-pages.ts';
import type {ProblemPages} from '../problem-page.ts';
import {edgeLine, orders, revenue} from './example.ts';
import {edgeRules} from './rules/index.ts';

const good = edgeLine(orders, revenue.replace('revenue', 'umsätze')).trimEnd();

/** The page of each code. */
export const pages: ProblemPages = new Map([
	...linePages({
		good,
		other: edgeLine(revenue, orders).trimEnd(),
		// The key of the other end says that it is a lineage file.
		misspelt: good.replace('to_identifier', 'toIdentifier'),
		duplicate: good.replace('{', `{"from_identifier": ${orders}, `),
		surrogate: good.replace('ä', '\\ud83d'),
	}),
	...edgeRules.map(({code, page}) => [code, page] as const),
]);
