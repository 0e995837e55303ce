package org.lmskit.assignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is done once and then counts, unless all have to do it again.
 *
 * @param completions the days on which it was completed
 * @param starts the days on which work began
 * @param again the days from which on earlier completions do not count
 */
record CourseEvidence(List<LocalDate> completions, List<LocalDate> starts, List<LocalDate> again)
    implements Evidence {
  CourseEvidence {
    completions = completions.stream().sorted().toList();
    starts = List.copyOf(starts);
    again = List.copyOf(again);
  }

  @Override
  public Collection<LocalDate> days() {
    List<LocalDate> days = new ArrayList<>(completions);
    days.addAll(again);
    return days;
  }

  @Override
  public Optional<LocalDate> doneOn(LocalDate day, boolean withFacts) {
    Optional<LocalDate> since =
        again.stream().filter(from -> !from.isAfter(day)).max(LocalDate::compareTo);
    return completions.stream()
        .filter(done -> done.isBefore(day) || withFacts && done.equals(day))
        .filter(done -> since.isEmpty() || !done.isBefore(since.get()))
        .findFirst();
  }

  @Override
  public boolean compliant(LocalDate day, boolean withFacts) {
    return doneOn(day, withFacts).isPresent();
  }

  @Override
  public boolean rests(LocalDate day, boolean withFacts) {
    return false;
  }

  @Override
  public Optional<LocalDate> lastDay(LocalDate day, boolean withFacts) {
    return Optional.empty();
  }

  @Override
  public boolean startedBefore(LocalDate day, @Nullable LocalDate notBefore) {
    return starts.stream()
        .anyMatch(
            start -> start.isBefore(day) && (notBefore == null || !start.isBefore(notBefore)));
  }
}
