import type {ProblemPage} from '../../problem-page.ts';

export const noRecords = {
	message: 'The file has a header but no rows. Sending it would hide every page of the integration.',
	next: 'Check the export: it should have one row per warehouse column.',
	page: {
		meaning: 'The file has a header and no rows.',
		reason:
			'A file is the complete list of its integration: Secoda hides pages that are not in it. A file without rows would hide them all.',
		example: {text: 'col_name,database,schema,name\n'},
		fixes: [
			{
				kind: 'edit',
				text: 'Look for the reason in the export: a failed query, a filter, or a role without rights.',
				fixed: 'col_name,database,schema,name\nid,shop,sales,orders\n',
			},
		],
	} satisfies ProblemPage,
};
