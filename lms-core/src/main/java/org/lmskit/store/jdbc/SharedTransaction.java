package org.lmskit.store.jdbc;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.ConflictException;
import org.lmskit.model.LmsException;
import org.lmskit.model.StoreFailureException;

/** A transaction of SQLite in which writes follow each other. Used by one thread at a time. */
final class SharedTransaction {
  /** Who came first waits for those who join; not longer than this and the last of them. */
  private static final long GROWS_NANOS = 20_000_000;

  private final Sessions sessions;
  private final Session session;
  private int members;
  private long waitingSince;
  private @Nullable LmsException failure;
  private boolean committed;
  private final CountDownLatch ended = new CountDownLatch(1);

  private SharedTransaction(Sessions sessions, Session session) {
    this.sessions = sessions;
    this.session = session;
  }

  static SharedTransaction begin(Sessions sessions) {
    Session session = sessions.take();
    boolean begun = false;
    try {
      session.begin(true);
      begun = true;
      return new SharedTransaction(sessions, session);
    } finally {
      if (!begun) {
        sessions.give(session, false);
      }
    }
  }

  /** Runs work after that of others; what fails leaves nothing behind. */
  <R> R run(Function<Session, R> work) {
    boolean isFirst = members == 0;
    if (!isFirst) {
      session.update("SAVEPOINT joined", List.of());
    }
    boolean done = false;
    try {
      R result = work.apply(session);
      done = true;
      return result;
    } finally {
      members += done ? 1 : 0;
      if (isFirst) {
        waitingSince = System.nanoTime();
      } else {
        leave(done);
      }
    }
  }

  private void leave(boolean done) {
    try {
      if (!done) {
        session.update("ROLLBACK TO joined", List.of());
      }
      session.update("RELEASE joined", List.of());
    } catch (LmsException e) {
      // the database has ended the transaction by itself, with what the others wrote
      failure = new ConflictException("a write that shared the transaction failed", e);
    }
  }

  /** Whether others may join. */
  boolean mayGrow() {
    return members > 0 && failure == null && System.nanoTime() - waitingSince < GROWS_NANOS;
  }

  boolean isEnded() {
    return ended.getCount() == 0;
  }

  /**
   * Waits for the end, whatever interrupts: until then nobody knows what became of his write.
   *
   * @param late done whenever no more would have joined
   */
  void awaitEnd(Runnable late) {
    boolean interrupted = false;
    while (!isEnded()) {
      try {
        if (!ended.await(GROWS_NANOS, TimeUnit.NANOSECONDS)) {
          late.run();
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Commits what its members wrote, if nothing broke. */
  void end() {
    boolean sound = false;
    try {
      if (members > 0 && failure == null) {
        session.commit();
        committed = true;
      } else {
        session.rollback();
      }
      sound = true;
    } catch (LmsException e) {
      failure = failure == null && members > 0 ? e : failure;
    } finally {
      ended.countDown();
      sessions.give(session, sound || isRolledBack());
    }
  }

  /**
   * Tells each member what became of all.
   *
   * @throws ConflictException if it can be tried again
   * @throws StoreFailureException if it could not be committed
   */
  void requireCommitted() {
    if (committed || members == 0) {
      return;
    }
    LmsException known = failure;
    String message = known == null ? "the commit broke off" : String.valueOf(known.getMessage());
    if (known instanceof ConflictException) {
      throw new ConflictException(message, known);
    }
    throw new StoreFailureException(message, known);
  }

  private boolean isRolledBack() {
    try {
      session.rollback();
      return true;
    } catch (LmsException e) {
      return false;
    }
  }
}
