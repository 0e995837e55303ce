package org.lmskit.store.jdbc;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.StoreFailureException;

/**
 * SQLite has one writer; those of this store wait here in order, not in the database by chance. A commit waits for the
 * disk, which takes longer than most writes: who waits meanwhile is let in before it, and all are committed together.
 */
final class OneWriter {
  private static final int WAIT_SECONDS = 60;

  private final Sessions sessions;
  private final ReentrantLock turn = new ReentrantLock(true);
  private @Nullable SharedTransaction open;

  OneWriter(Sessions sessions) {
    this.sessions = sessions;
  }

  /**
   * Runs work in a transaction that others may share, and returns when it is committed: by himself, or by one of those who
   * wait already.
   */
  <R> R shared(Function<Session, R> work) {
    enter();
    SharedTransaction transaction = joined();
    try {
      return transaction.run(work);
    } finally {
      leave(transaction);
    }
  }

  /** Runs work that has its transaction for itself. */
  <R> R alone(Function<Session, R> work, Function<Function<Session, R>, R> transact) {
    enter();
    try {
      if (open != null) {
        end(open);
      }
      return transact.apply(work);
    } finally {
      turn.unlock();
    }
  }

  private SharedTransaction joined() {
    SharedTransaction known = open;
    if (known != null) {
      return known;
    }
    boolean begun = false;
    try {
      SharedTransaction fresh = SharedTransaction.begin(sessions);
      open = fresh;
      begun = true;
      return fresh;
    } finally {
      if (!begun) {
        turn.unlock();
      }
    }
  }

  private void leave(SharedTransaction transaction) {
    try {
      if (!transaction.mayGrow() || !turn.hasQueuedThreads()) {
        end(transaction);
      }
    } finally {
      turn.unlock();
    }
    transaction.awaitEnd(() -> endIfLeft(transaction));
    transaction.requireCommitted();
  }

  /** Nobody works: whoever was expected to commit has given up waiting. */
  private void endIfLeft(SharedTransaction transaction) {
    if (turn.tryLock()) {
      try {
        end(transaction);
      } finally {
        turn.unlock();
      }
    }
  }

  private void end(SharedTransaction transaction) {
    if (!transaction.isEnded()) {
      open = null;
      transaction.end();
    }
  }

  private void enter() {
    if (turn.isHeldByCurrentThread()) {
      throw new IllegalStateException("a write inside a write");
    }
    try {
      if (!turn.tryLock(WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new StoreFailureException(
            "another write took more than " + WAIT_SECONDS + " seconds", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreFailureException("interrupted while waiting to write", e);
    }
  }
}
