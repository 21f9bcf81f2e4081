import type {Timer} from '../clock.ts';

const pauseMs = 100;

/** Throttles progress to ten reports a second; the last value is always reported. Both numbers are bytes of the files. */
export function throttledProgress(total: number, timer: Timer, onProgress: (sent: number, total: number) => void) {
	let sent = 0;
	let reported = -1;
	let reportedAt = Number.NEGATIVE_INFINITY;
	let cancel: (() => void) | undefined;
	const notify = () => {
		cancel?.();
		cancel = undefined;
		if (sent === reported) return;
		reported = sent;
		reportedAt = timer.elapsed();
		onProgress(sent, total);
	};
	return {
		report(bytes: number): void {
			sent = Math.min(total, Math.max(0, bytes));
			const rest = sent === total ? 0 : reportedAt + pauseMs - timer.elapsed();
			if (rest <= 0) notify();
			// The connection may stall here: the last value must be reported anyway.
			else cancel ??= timer.after(rest, notify);
		},
		finish: notify,
		sent: (): number => sent,
	};
}
