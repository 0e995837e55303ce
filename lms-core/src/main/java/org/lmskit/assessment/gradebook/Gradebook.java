package org.lmskit.assessment.gradebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Rational;
import org.lmskit.model.RejectedException;

/**
 * How one grade is made out of several. Grades are shares of what could be reached, 1 for all of it; nothing is rounded.
 *
 * @param columns what is graded, in order
 * @param empty what becomes of columns without a grade
 * @param limit how many grades count
 */
public record Gradebook(List<GradebookColumn> columns, EmptyGrades empty, GradeLimit limit) {
  /**
   * Copies the list.
   *
   * @throws RejectedException COLUMN_TWICE, WEIGHT_OUT_OF_RANGE, LIMIT_OUT_OF_RANGE, WEIGHTS_UNEQUAL
   */
  public Gradebook {
    columns = List.copyOf(columns);
    requireColumns(columns);
    requireLimit(columns, limit);
  }

  /** Without columns yet; all grades count. */
  public static Gradebook of(EmptyGrades empty) {
    return new Gradebook(List.of(), empty, GradeLimit.NONE);
  }

  /** The same with one more column. */
  public Gradebook column(String id, Rational weight) {
    List<GradebookColumn> more = new ArrayList<>(columns);
    more.add(new GradebookColumn(id, weight));
    return new Gradebook(more, empty, limit);
  }

  /** The same with one more column, of weight 1. */
  public Gradebook column(String id) {
    return column(id, Rational.ONE);
  }

  /** The same without the lowest grades. */
  public Gradebook dropLowest(int count) {
    return new Gradebook(columns, empty, new GradeLimit(GradeLimit.Kind.DROP_LOWEST, count));
  }

  /** The same with the highest grades only. */
  public Gradebook keepHighest(int count) {
    return new Gradebook(columns, empty, new GradeLimit(GradeLimit.Kind.KEEP_HIGHEST, count));
  }

  /**
   * The grade of one person.
   *
   * @param grades by column; none for a column without a grade
   * @throws RejectedException COLUMN_UNKNOWN
   */
  public Grade grade(Map<String, Rational> grades) {
    requireKnown(grades.keySet());
    List<GradebookColumn> graded = columns.stream()
        .filter(column -> empty == EmptyGrades.EMPTY_AS_ZERO || grades.containsKey(column.id()))
        .toList();
    Comparator<GradebookColumn> byGrade =
        Comparator.comparing(column -> grades.getOrDefault(column.id(), Rational.ZERO));
    Set<GradebookColumn> kept = graded.stream()
        .sorted(byGrade.reversed())
        .limit(limit.kept(graded.size()))
        .collect(Collectors.toSet());
    return new Grade(
        mean(kept, grades),
        graded.stream().filter(kept::contains).map(GradebookColumn::id).toList(),
        graded.stream()
            .filter(column -> !kept.contains(column))
            .map(GradebookColumn::id)
            .toList());
  }

  private static @Nullable Rational mean(Set<GradebookColumn> kept, Map<String, Rational> grades) {
    Rational sum = Rational.ZERO;
    Rational weights = Rational.ZERO;
    for (GradebookColumn column : kept) {
      weights = weights.plus(column.weight());
      sum = sum.plus(column.weight().times(grades.getOrDefault(column.id(), Rational.ZERO)));
    }
    return weights.signum() == 0 ? null : sum.dividedBy(weights);
  }

  private void requireKnown(Set<String> graded) {
    Set<String> known = columns.stream().map(GradebookColumn::id).collect(Collectors.toSet());
    graded.stream().filter(id -> !known.contains(id)).sorted().findFirst().ifPresent(id -> {
      throw new RejectedException(GradebookReason.COLUMN_UNKNOWN, "no column " + id);
    });
  }

  private static void requireColumns(List<GradebookColumn> columns) {
    Set<String> seen = new HashSet<>();
    for (GradebookColumn column : columns) {
      if (!seen.add(column.id())) {
        throw new RejectedException(GradebookReason.COLUMN_TWICE, "column " + column.id());
      }
      if (column.weight().signum() < 0) {
        throw new RejectedException(
            GradebookReason.WEIGHT_OUT_OF_RANGE,
            "column " + column.id() + " of weight " + column.weight());
      }
    }
  }

  private static void requireLimit(List<GradebookColumn> columns, GradeLimit limit) {
    boolean isDrop = limit.kind() == GradeLimit.Kind.DROP_LOWEST;
    int least = isDrop ? 0 : 1;
    boolean tooMany = isDrop && limit.count() > 0 && limit.count() >= columns.size();
    if (limit.count() < least || tooMany) {
      throw new RejectedException(
          GradebookReason.LIMIT_OUT_OF_RANGE,
          limit.kind() + " " + limit.count() + " of " + columns.size() + " columns");
    }
    if (!limit.isNone()
        && columns.stream().map(GradebookColumn::weight).distinct().count() > 1) {
      throw new RejectedException(
          GradebookReason.WEIGHTS_UNEQUAL,
          limit.kind() + " with weights "
              + columns.stream()
                  .map(column -> column.weight().toString())
                  .collect(Collectors.joining(", ")));
    }
  }
}
