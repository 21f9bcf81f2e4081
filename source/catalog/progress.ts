const pauseMs = 100;

/** Passes progress on about ten times a second, and the last one always. Both numbers are bytes of the files. */
export function throttledProgress(total: number, onProgress: (sent: number, total: number) => void) {
	let sent = 0;
	let told = -1;
	let toldAt = Number.NEGATIVE_INFINITY;
	let timer: NodeJS.Timeout | undefined;
	const tell = () => {
		clearTimeout(timer);
		timer = undefined;
		if (sent === told) return;
		told = sent;
		toldAt = performance.now();
		onProgress(sent, total);
	};
	return {
		report(bytes: number): void {
			sent = Math.min(total, Math.max(0, bytes));
			const rest = sent === total ? 0 : toldAt + pauseMs - performance.now();
			if (rest <= 0) tell();
			// The line may stall here: what went out is told all the same.
			else timer ??= setTimeout(tell, rest);
		},
		finish: tell,
		sent: (): number => sent,
	};
}
