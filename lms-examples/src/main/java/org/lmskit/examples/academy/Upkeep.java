package org.lmskit.examples.academy;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.lmskit.Lms;
import org.lmskit.model.LmsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine starts no thread: its host calls {@code maintenance}, here every minute, and {@code
 * deliver} in between, which takes over soon what a killed process was delivering.
 */
public final class Upkeep implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final Duration DELIVERY_EVERY = Duration.ofSeconds(2);
  private static final Duration BUDGET = Duration.ofSeconds(20);

  private final ScheduledExecutorService schedule;

  private Upkeep(ScheduledExecutorService schedule) {
    this.schedule = schedule;
  }

  /** Begins at once, so that what a crash left undone is done first. */
  public static Upkeep of(Lms lms) {
    ScheduledExecutorService schedule =
        Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "academy-upkeep"));
    repeat(schedule, EVERY, () -> lms.maintenance(BUDGET));
    repeat(schedule, DELIVERY_EVERY, lms::deliver);
    return new Upkeep(schedule);
  }

  private static void repeat(ScheduledExecutorService schedule, Duration every, Runnable work) {
    Runnable run = () -> {
      try {
        work.run();
      } catch (LmsException e) {
        LOG.warn("upkeep failed and is tried again in {}", every, e);
      }
    };
    schedule.scheduleWithFixedDelay(run, 0, every.toSeconds(), TimeUnit.SECONDS);
  }

  /** Waits for a run that is under way. */
  @Override
  public void close() {
    schedule.shutdown();
    try {
      if (!schedule.awaitTermination(BUDGET.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("maintenance is still running and is left behind");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
