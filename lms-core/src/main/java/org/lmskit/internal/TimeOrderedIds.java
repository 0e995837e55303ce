package org.lmskit.internal;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Time-ordered UUIDs (RFC 9562, version 7): the milliseconds first, then 74 random bits. */
public final class TimeOrderedIds implements Supplier<String> {
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long LOW_62_BITS = 0x3FFF_FFFF_FFFF_FFFFL;

  private final Clock clock;
  private final RandomGenerator random;

  /** Ids from this clock and this source of chance. */
  public TimeOrderedIds(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  @Override
  public String get() {
    long high = clock.millis() << 16 | VERSION_7 | random.nextLong() & 0xFFF;
    long low = VARIANT | random.nextLong() & LOW_62_BITS;
    return new UUID(high, low).toString();
  }
}
