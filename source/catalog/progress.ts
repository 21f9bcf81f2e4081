const pauseMs = 100;

/** Throttles progress to ten reports a second; the last value is always reported. Both numbers are bytes of the files. */
export function throttledProgress(total: number, onProgress: (sent: number, total: number) => void) {
	let sent = 0;
	let reported = -1;
	let reportedAt = Number.NEGATIVE_INFINITY;
	let timer: NodeJS.Timeout | undefined;
	const notify = () => {
		clearTimeout(timer);
		timer = undefined;
		if (sent === reported) return;
		reported = sent;
		reportedAt = performance.now();
		onProgress(sent, total);
	};
	return {
		report(bytes: number): void {
			sent = Math.min(total, Math.max(0, bytes));
			const rest = sent === total ? 0 : reportedAt + pauseMs - performance.now();
			if (rest <= 0) notify();
			// The connection may stall here: the last value must be reported anyway.
			else timer ??= setTimeout(notify, rest);
		},
		finish: notify,
		sent: (): number => sent,
	};
}
