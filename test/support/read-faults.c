/* Preloaded into the program, it fails reads of one file, as a broken disk or a lost network drive does. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

/* The file, while the flag file exists (if one is named), after so many reads. */
static int has_to_fail(int fd) {
	static int reads = 0;
	const char *path = getenv("READ_FAULT_PATH");
	const char *flag = getenv("READ_FAULT_FLAG");
	const char *after = getenv("READ_FAULT_AFTER");
	char link[64];
	char target[4096];
	if (path == NULL) return 0;
	snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
	ssize_t length = readlink(link, target, sizeof target - 1);
	if (length < 0) return 0;
	target[length] = 0;
	if (strcmp(target, path) != 0) return 0;
	if (__atomic_fetch_add(&reads, 1, __ATOMIC_SEQ_CST) < (after == NULL ? 0 : atoi(after))) return 0;
	return flag == NULL || access(flag, F_OK) == 0;
}

/* Error 0 is the end of the file, where it was not expected. */
static ssize_t read_or_fail(const char *name, int fd, void *buffer, size_t size, off64_t offset) {
	if (has_to_fail(fd)) {
		int error = atoi(getenv("READ_FAULT_ERRNO"));
		if (error == 0) return 0;
		errno = error;
		return -1;
	}

	ssize_t (*next)(int, void *, size_t, off64_t) = dlsym(RTLD_NEXT, name);
	return next(fd, buffer, size, offset);
}

ssize_t pread(int fd, void *buffer, size_t size, off_t offset) {
	return read_or_fail("pread", fd, buffer, size, offset);
}

ssize_t pread64(int fd, void *buffer, size_t size, off64_t offset) {
	return read_or_fail("pread64", fd, buffer, size, offset);
}

ssize_t read(int fd, void *buffer, size_t size) {
	if (has_to_fail(fd)) {
		errno = atoi(getenv("READ_FAULT_ERRNO"));
		return errno == 0 ? 0 : -1;
	}

	ssize_t (*next)(int, void *, size_t) = dlsym(RTLD_NEXT, "read");
	return next(fd, buffer, size);
}
