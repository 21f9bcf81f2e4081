/*
 * Fault injector for LD_PRELOAD: counts the file calls below TORTURE_FOLDER, writes each to TORTURE_LOG, and makes the
 * call with the number TORTURE_AT fail with the errno TORTURE_ERRNO, or kills the process there (TORTURE_ERRNO=kill).
 * With TORTURE_FROM=1 every call from that number on fails; with TORTURE_FLAG only while that file exists. The errno "eof" is no
 * error: a read finds the end of the file. Only the calls whose names are in TORTURE_CALLS count.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_int calls;

static long real_syscall(long number, long a, long b, long c, long d, long e, long f) {
	return ((long (*)(long, ...))dlsym(RTLD_NEXT, "syscall"))(number, a, b, c, d, e, f);
}

static int is_below(const char *path) {
	const char *folder = getenv("TORTURE_FOLDER");
	return folder != NULL && strncmp(path, folder, strlen(folder)) == 0;
}

static int is_path_below(const char *path) {
	char cwd[PATH_MAX], whole[2 * PATH_MAX];
	if (path[0] == '/') return is_below(path);
	if (getcwd(cwd, sizeof cwd) == NULL) return 0;
	snprintf(whole, sizeof whole, "%s/%s", cwd, path);
	return is_below(whole);
}

static int is_fd_below(int fd) {
	char link[64], path[PATH_MAX];
	snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
	ssize_t length = readlink(link, path, sizeof path - 1);
	if (length < 0) return 0;
	path[length] = 0;
	return is_below(path);
}

/* Returns the errno with which this call fails, 0 if it goes on, -1 if it finds the end of the file. */
static int fault(const char *name) {
	const char *wanted = getenv("TORTURE_CALLS");
	if (wanted != NULL && strstr(wanted, name) == NULL) return 0;
	int number = atomic_fetch_add(&calls, 1);
	const char *log = getenv("TORTURE_LOG");
	if (log != NULL) {
		int fd = real_syscall(SYS_openat, AT_FDCWD, (long)log, O_WRONLY | O_APPEND | O_CREAT, 0600, 0, 0);
		char line[64];
		int length = snprintf(line, sizeof line, "%s\n", name);
		real_syscall(SYS_write, fd, (long)line, length, 0, 0, 0);
		real_syscall(SYS_close, fd, 0, 0, 0, 0, 0);
	}

	const char *at = getenv("TORTURE_AT"), *action = getenv("TORTURE_ERRNO");
	if (at == NULL || action == NULL) return 0;
	int first = atoi(at);
	if (number != first && !(getenv("TORTURE_FROM") != NULL && number > first)) return 0;
	const char *flag = getenv("TORTURE_FLAG");
	if (flag != NULL && access(flag, F_OK) != 0) return 0;
	if (strcmp(action, "kill") == 0) raise(SIGKILL);
	if (strcmp(action, "eof") == 0) return -1;
	return atoi(action);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define FAULTY(type, name, parameters, arguments, watched) \
	type name parameters { \
		if (watched) { \
			int code = fault(#name); \
			if (code < 0) return 0; \
			if (code != 0) { errno = code; return -1; } \
		} \
		return REAL(name) arguments; \
	}

FAULTY(ssize_t, write, (int fd, const void *bytes, size_t size), (fd, bytes, size), is_fd_below(fd))
FAULTY(ssize_t, pwrite64, (int fd, const void *bytes, size_t size, off64_t at), (fd, bytes, size, at), is_fd_below(fd))
FAULTY(ssize_t, writev, (int fd, const struct iovec *parts, int count), (fd, parts, count), is_fd_below(fd))
FAULTY(ssize_t, read, (int fd, void *bytes, size_t size), (fd, bytes, size), is_fd_below(fd))
FAULTY(ssize_t, pread64, (int fd, void *bytes, size_t size, off64_t at), (fd, bytes, size, at), is_fd_below(fd))
FAULTY(int, fsync, (int fd), (fd), is_fd_below(fd))
FAULTY(int, fdatasync, (int fd), (fd), is_fd_below(fd))
FAULTY(int, ftruncate64, (int fd, off64_t size), (fd, size), is_fd_below(fd))
FAULTY(int, rename, (const char *from, const char *to), (from, to), is_path_below(to))
FAULTY(int, link, (const char *from, const char *to), (from, to), is_path_below(to))
FAULTY(int, unlink, (const char *path), (path), is_path_below(path))
FAULTY(int, remove, (const char *path), (path), is_path_below(path))

/* The file is closed also where close reports a fault. */
static int close_with_fault(int fd) {
	/* A file that was only read has nothing to lose. */
	int is_written = (fcntl(fd, F_GETFL) & O_ACCMODE) != O_RDONLY;
	int code = is_written && is_fd_below(fd) ? fault("close") : 0;
	int result = real_syscall(SYS_close, fd, 0, 0, 0, 0, 0);
	if (code == 0) return result;
	errno = code;
	return -1;
}

int close(int fd) {
	return close_with_fault(fd);
}

/* Node closes its files by this way. */
long syscall(long number, ...) {
	va_list rest;
	va_start(rest, number);
	long a = va_arg(rest, long), b = va_arg(rest, long), c = va_arg(rest, long);
	long d = va_arg(rest, long), e = va_arg(rest, long), f = va_arg(rest, long);
	va_end(rest);
	return number == SYS_close ? close_with_fault(a) : real_syscall(number, a, b, c, d, e, f);
}
