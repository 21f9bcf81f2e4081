/** Loaded before a program that is measured: at its end it tells the most memory that was held, in KiB. */
process.on('exit', () => {
	process.stderr.write(`peak ${process.resourceUsage().maxRSS}\n`);
});
