package org.lmskit.competency;

import java.util.Arrays;
import java.util.List;
import org.lmskit.catalog.Text;

/**
 * Something that a person can be able to do, on levels.
 *
 * @param id unique within the tenant
 * @param title for people
 * @param levels what each level means, level 1 first; without evidence somebody is on level 0
 */
public record Competency(CompetencyId id, Text title, List<Text> levels) {
  /** Copies the list. */
  public Competency {
    levels = List.copyOf(levels);
  }

  /** A competency whose levels are named so, level 1 first. */
  public static Competency of(String id, String title, String... levels) {
    return new Competency(
        new CompetencyId(id),
        Text.of(title),
        Arrays.stream(levels).map(Text::of).toList());
  }

  /** The highest level. */
  public int highest() {
    return levels.size();
  }
}
