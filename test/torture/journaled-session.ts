/**
Edits a file with a journal and prints what a screen would show: `shown <n>` after each edit, `fault` and `writable` about
the journal. It ends as if it was killed. Arguments: the file, the state folder, the number of edits.
*/
import {journalsOf, noJournals} from '../../source/commands/app-services/journals.ts';
import {Session} from '../../source/session/session.ts';
import {openState} from '../../source/state/state.ts';

const [file = '', folder = '', edits = ''] = process.argv.slice(2);
const session = await Session.open(file, new AbortController().signal);
const {header, recordColumns} = session;
const journals = await openState(folder).then(journalsOf, (error: Error) => noJournals(error.message));
const opened = await journals.open({path: file, encoding: 'utf-8', header: header.labels, recordColumns});
const show = (text: string) => process.stdout.write(`${text}\n`);
opened.onFailure(problem => show(problem === undefined ? 'writable' : 'fault'));
session.keepJournal(opened.journal);
for (let edit = 1; edit <= Number(edits); edit++) {
	session.setCell(2 + (edit % 3), 0, `value_${edit}`);
	if (edit % 4 === 0) {
		session.undo();
		session.redo();
	}

	show(`shown ${edit}`);
}
