import type {ProblemPage} from '../../problem-page.ts';

/** The page of names that Secoda lower-cases. The checker counts them once per column. */
export const lowercasedPage: ProblemPage = {
	meaning: 'col_name contains upper-case letters.',
	reason:
		'Secoda lower-cases column names, so the page has the lower-case name. This is information, not a problem; it is reported once for the file, with a count.',
	example: {text: 'col_name,database,schema,name\nOrderId,shop,sales,orders\n'},
	fixes: [
		{kind: 'none', text: 'No action needed.'},
		{
			kind: 'edit',
			text: 'Write the names in lower case.',
			fixed: 'col_name,database,schema,name\norderid,shop,sales,orders\n',
		},
	],
};
