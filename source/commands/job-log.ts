import type {JobEvent, Preview} from '../job/events.ts';
import {reportedPreview} from '../report/plan/reported-plan.ts';
import {planText} from '../report/plan/text.ts';
import {syncLine, watchLine} from '../report/plan.ts';
import {readFailureText} from '../report/read-failure.ts';
import {bytes, percent, plural} from '../text/format.ts';
import {visible} from '../text/visible.ts';
import {type CommandIo, note} from './io.ts';

/** The number of lines of the tree of changes: enough to see what is meant, few enough for a log. */
const linesOfTree = 50;

/** Prints the events of a job as lines. Progress is printed in quarters, to keep logs short. */
export class JobLog {
	readonly #io: Pick<CommandIo, 'stderr' | 'quiet'>;
	#lastStep = -1;
	#lastFound = '';
	#isUnreadable = false;

	constructor(io: Pick<CommandIo, 'stderr' | 'quiet'>) {
		this.#io = io;
	}

	print(event: JobEvent): void {
		for (const line of this.#lines(event)) note(this.#io, line);
	}

	/** Prints a plan, which can be read until the decision. */
	printPlan(preview: Preview): void {
		for (const line of planText(reportedPreview(preview), linesOfTree)) note(this.#io, line);
	}

	#lines(event: JobEvent): readonly string[] {
		switch (event.type) {
			case 'connected':
				return [`Connected to ${visible(event.host)}, integration "${visible(event.integration)}".`];
			case 'sending':
				return this.#progress(event.sent, event.total);
			case 'waiting-to-send':
				return [
					event.reason === 'rate-limited'
						? `Secoda limits the rate of requests (429). Retrying in ${plural(Math.ceil(event.seconds), 'second')}.`
						: `Secoda cannot be reached. Retrying in ${plural(Math.ceil(event.seconds), 'second')}.`,
				];
			case 'answered':
				return [
					event.taken
						? 'Secoda accepted the file. Waiting for the sync.'
						: 'The response is not clear. Checking whether Secoda accepted the file.',
				];
			case 'resumed':
				return [watchLine(event.target)];
			case 'read-failed':
				this.#isUnreadable = true;
				return isReported(event.failure.times) ? [visible(readFailureText(event.failure))] : [];
			case 'syncing': {
				const found = `${event.counts.found} ${event.edges?.counts.found ?? 0}`;
				const again = this.#isUnreadable ? ['The catalog can be read again.'] : [];
				this.#isUnreadable = false;
				if (found === this.#lastFound) return again;
				this.#lastFound = found;
				return [...again, syncLine(event)];
			}

			case 'connecting':
			// A plan can only be read while the upload waits for the decision.
			case 'planned':
			case 'snapshotting':
			case 'reading-catalog':
			case 'ended':
				return [];
		}
	}

	#progress(sent: number, total: number): readonly string[] {
		const step = Math.floor((sent / Math.max(1, total)) * 4);
		if (step === this.#lastStep) return [];
		this.#lastStep = step;
		return [`Sending: ${percent(sent, total)} of ${bytes(total)}.`];
	}
}

/** True if a repeated failure is printed: the first three, then every tenth, to keep logs short. */
function isReported(times: number): boolean {
	return times <= 3 || times % 10 === 0;
}
