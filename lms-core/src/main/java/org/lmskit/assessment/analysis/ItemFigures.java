package org.lmskit.assessment.analysis;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one item worked. A figure that is not defined, for want of attempts or of difference, is null.
 *
 * @param item which
 * @param attempts in how many of the analysed attempts it was given
 * @param facilityOrNull points divided by the most possible ones
 * @param totalCorrelationOrNull item-total correlation
 * @param restCorrelationOrNull item-rest correlation: the discrimination
 * @param upperLowerOrNull D27: facility of the best 27 percent minus that of the last 27 percent
 * @param efficiencyOrNull discriminative efficiency in percent, as Moodle defines it: the covariance with the other
 *     points, by the largest one that these points and those could have
 * @param alphaIfDeletedOrNull Cronbach's alpha of the other items
 * @param options by their order; empty if nothing is chosen
 * @param flags what a person should look at, in the order of the enum
 * @param likelyKeyOrNull the option that may be the right one; null unless the key is suspect
 */
public record ItemFigures(
    String item,
    int attempts,
    @Nullable Double facilityOrNull,
    @Nullable Double totalCorrelationOrNull,
    @Nullable Double restCorrelationOrNull,
    @Nullable Double upperLowerOrNull,
    @Nullable Double efficiencyOrNull,
    @Nullable Double alphaIfDeletedOrNull,
    List<OptionFigures> options,
    Set<ItemFlag> flags,
    @Nullable String likelyKeyOrNull) {
  /** Copies the collections. */
  public ItemFigures {
    options = List.copyOf(options);
    EnumSet<ItemFlag> inOrder = EnumSet.noneOf(ItemFlag.class);
    inOrder.addAll(flags);
    flags = Collections.unmodifiableSet(inOrder);
  }

  /** Points divided by the most possible ones; 1 if all were right. */
  public OptionalDouble facility() {
    return Figures.optional(facilityOrNull);
  }

  /** The correlation of its points with the totals, itself included. */
  public OptionalDouble totalCorrelation() {
    return Figures.optional(totalCorrelationOrNull);
  }

  /** The correlation of its points with those of the other items: the discrimination. */
  public OptionalDouble restCorrelation() {
    return Figures.optional(restCorrelationOrNull);
  }

  /** D27: facility of the best 27 percent minus that of the last 27 percent. */
  public OptionalDouble upperLower() {
    return Figures.optional(upperLowerOrNull);
  }

  /** Discriminative efficiency, in percent. */
  public OptionalDouble efficiency() {
    return Figures.optional(efficiencyOrNull);
  }

  /** Cronbach's alpha of the other items. */
  public OptionalDouble alphaIfDeleted() {
    return Figures.optional(alphaIfDeletedOrNull);
  }

  /** The option that may be the right one; only with {@link ItemFlag#SUSPECT_KEY}. */
  public Optional<String> likelyKey() {
    return Optional.ofNullable(likelyKeyOrNull);
  }
}
