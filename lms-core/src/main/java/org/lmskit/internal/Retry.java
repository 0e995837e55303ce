package org.lmskit.internal;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.lmskit.model.ConflictException;

/** Runs a transaction again when another writer was faster: ten tries, jittered. */
public final class Retry {
  private static final int TRIES = 10;
  private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private Retry() {}

  /**
   * What the transaction returns in the end.
   *
   * @param random spreads the tries of writers that met
   * @throws ConflictException if others were faster ten times in a row
   */
  public static <R> R onConflict(RandomGenerator random, Supplier<R> transaction) {
    for (int attempt = 1; ; attempt++) {
      try {
        return transaction.get();
      } catch (ConflictException e) {
        if (attempt == TRIES) {
          throw e;
        }
      }
      long most = FIRST_PAUSE_NANOS << attempt;
      LockSupport.parkNanos(random.nextLong(most / 2, most));
    }
  }
}
