/* Preloaded before the C library: the N-th change of a regular file kills the process, before it or half way, or it and
   all later ones fail as a full or a broken disk does. Not armed, it only passes on. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum { KILLED = 1, TORN = 2, FULL = 3, BROKEN = 4 };
static long at, *count;
static int how, armed;

void fault_arm(long number, int way, long *counter) { at = number; how = way; count = counter; armed = 1; }

/* 0: pass on, 1: fail, 2: do half and die. `space`: takes room on the disk; `plain`: only counted and killed at. */
static int met(int space, int plain) {
    if (!armed) return 0;
    long number = __sync_add_and_fetch(count, 1);
    if (number == at && how == KILLED) raise(SIGKILL);
    if (number == at && how == TORN) return 2;
    if (at > 0 && number >= at && !plain) {
        if (how == FULL && space) { errno = ENOSPC; return 1; }
        if (how == BROKEN) { errno = EIO; return 1; }
    }
    return 0;
}

static int regular(int fd) {
    struct stat told;
    int before = errno, is = armed && fstat(fd, &told) == 0 && S_ISREG(told.st_mode);
    errno = before;
    return is;
}

#define NEXT(name) static __typeof__(name) *next; if (!next) next = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)
#define DIE raise(SIGKILL)

ssize_t write(int fd, const void *from, size_t size) {
    NEXT(write);
    int fate = regular(fd) ? met(1, 0) : 0;
    if (fate == 2) { next(fd, from, size / 2); DIE; }
    return fate ? -1 : next(fd, from, size);
}
ssize_t pwrite(int fd, const void *from, size_t size, off_t place) {
    NEXT(pwrite);
    int fate = regular(fd) ? met(1, 0) : 0;
    if (fate == 2) { next(fd, from, size / 2, place); DIE; }
    return fate ? -1 : next(fd, from, size, place);
}
ssize_t pwrite64(int fd, const void *from, size_t size, off64_t place) {
    NEXT(pwrite64);
    int fate = regular(fd) ? met(1, 0) : 0;
    if (fate == 2) { next(fd, from, size / 2, place); DIE; }
    return fate ? -1 : next(fd, from, size, place);
}
ssize_t writev(int fd, const struct iovec *parts, int many) {
    NEXT(writev);
    int fate = regular(fd) ? met(1, 0) : 0;
    if (fate == 2) { next(fd, parts, many / 2); DIE; }
    return fate ? -1 : next(fd, parts, many);
}
int fsync(int fd) { NEXT(fsync); int fate = regular(fd) ? met(0, 0) : 0; if (fate == 2) DIE; return fate ? -1 : next(fd); }
int fdatasync(int fd) {
    NEXT(fdatasync);
    int fate = regular(fd) ? met(0, 0) : 0;
    if (fate == 2) DIE;
    return fate ? -1 : next(fd);
}
int ftruncate(int fd, off_t size) {
    NEXT(ftruncate);
    int fate = regular(fd) ? met(0, 0) : 0;
    if (fate == 2) DIE;
    return fate ? -1 : next(fd, size);
}
int ftruncate64(int fd, off64_t size) {
    NEXT(ftruncate64);
    int fate = regular(fd) ? met(0, 0) : 0;
    if (fate == 2) DIE;
    return fate ? -1 : next(fd, size);
}
int rename(const char *from, const char *to) {
    NEXT(rename);
    int fate = met(0, 0);
    if (fate == 2) { next(from, to); DIE; }
    return fate ? -1 : next(from, to);
}
int renameat2(int old, const char *from, int new, const char *to, unsigned int flags) {
    NEXT(renameat2);
    int fate = met(0, 0);
    if (fate == 2) { next(old, from, new, to, flags); DIE; }
    return fate ? -1 : next(old, from, new, to, flags);
}
int mkdir(const char *path, mode_t mode) {
    NEXT(mkdir);
    int fate = met(1, 0);
    if (fate == 2) { next(path, mode); DIE; }
    return fate ? -1 : next(path, mode);
}
int unlink(const char *path) {
    NEXT(unlink);
    if (met(0, 1) == 2) { next(path); DIE; }
    return next(path);
}
int unlinkat(int fd, const char *path, int flags) {
    NEXT(unlinkat);
    if (met(0, 1) == 2) { next(fd, path, flags); DIE; }
    return next(fd, path, flags);
}
int rmdir(const char *path) {
    NEXT(rmdir);
    if (met(0, 1) == 2) { next(path); DIE; }
    return next(path);
}
