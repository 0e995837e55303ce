package org.lmskit.internal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.CourseId;

/** Records that tests have written as JSON and read: sealed, nested and empty ones, and an enum. */
final class Shapes {
  enum Colour {
    RED,
    GREEN
  }

  sealed interface Shape permits Square, Dot, Round {}

  record Square(CourseId course, BigDecimal side, @Nullable Shape inside) implements Shape {}

  record Dot() implements Shape {}

  sealed interface Round extends Shape permits Circle {}

  record Circle(long radius, String zebra) implements Round {}

  record Nested(@Nullable Nested inside, String name) {}

  private Shapes() {}
}
