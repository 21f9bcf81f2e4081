import {OutputStream} from '../../source/commands/output-stream.ts';
import {reportBug, reportUserError} from '../../source/commands/report-error.ts';
import {UserError} from '../../source/errors/user-error.ts';
import {registerSent} from '../../source/job/sent.ts';

/** Reports an error of a process that has sent something, or nothing: `sent` or `nothing`, and `error` or `bug`. */
const [sent, kind] = process.argv.slice(2);
if (sent === 'sent') registerSent();
const output = {
	stdout: new OutputStream(process.stdout),
	stderr: new OutputStream(process.stderr),
	result: 'text',
	effect: 'upload',
} as const;
if (kind === 'bug') reportBug(new Error('not so'), output);
else reportUserError(new UserError('timeout', 'It took too long.', 'Try again.'), output);
