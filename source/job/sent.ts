/** Whether this process has sent a byte of an upload. */
let sent = false;

/** Registers that a byte of an upload has left this process, or may have. */
export function registerSent(): void {
	sent = true;
}

/** True once a byte of an upload may have left this process: from then on no message may say that nothing was sent. */
export function hasSent(): boolean {
	return sent;
}
