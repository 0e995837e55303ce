package org.lmskit.catalog;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A requirement reduced to what is still open: which of the numbered subjects have to be done. Always in its simplest
 * form: no constants inside, no ALL in an ALL, no ANY in an ANY, nothing with one part.
 */
sealed interface Formula {
  Formula TRUE = new Constant(true);
  Formula FALSE = new Constant(false);

  /** It holds, or it cannot. */
  record Constant(boolean value) implements Formula {
    @Override
    public Formula given(BitSet done, BitSet never) {
      return this;
    }

    @Override
    public void collect(BitSet subjects) {}
  }

  /** A subject is done. */
  record Done(int subject) implements Formula {
    @Override
    public Formula given(BitSet done, BitSet never) {
      if (done.get(subject)) {
        return TRUE;
      }
      return never.get(subject) ? FALSE : this;
    }

    @Override
    public void collect(BitSet subjects) {
      subjects.set(subject);
    }
  }

  /** Each of them; 2 or more. */
  record All(List<Formula> of) implements Formula {
    @Override
    public Formula given(BitSet done, BitSet never) {
      return Formula.all(of.stream().map(part -> part.given(done, never)).toList());
    }

    @Override
    public void collect(BitSet subjects) {
      of.forEach(part -> part.collect(subjects));
    }
  }

  /** One of them; 2 or more. */
  record Any(List<Formula> of) implements Formula {
    @Override
    public Formula given(BitSet done, BitSet never) {
      return Formula.any(of.stream().map(part -> part.given(done, never)).toList());
    }

    @Override
    public void collect(BitSet subjects) {
      of.forEach(part -> part.collect(subjects));
    }
  }

  /** At least so many, with at least so many credits. */
  record Some(int count, long credits, List<Option> of) implements Formula {
    @Override
    public Formula given(BitSet done, BitSet never) {
      List<Option> next = new ArrayList<>();
      of.forEach(o -> next.add(new Option(o.formula().given(done, never), o.credits())));
      return some(count, credits, next);
    }

    @Override
    public void collect(BitSet subjects) {
      of.forEach(option -> option.formula().collect(subjects));
    }
  }

  /** One of several, and what it earns. */
  record Option(Formula formula, long credits) {}

  /** The same when some subjects are done and others never will be. */
  Formula given(BitSet done, BitSet never);

  /** Adds the subjects of which it speaks. */
  void collect(BitSet subjects);

  default BitSet subjects() {
    BitSet subjects = new BitSet();
    collect(subjects);
    return subjects;
  }

  static Formula all(List<Formula> parts) {
    Set<Formula> flat = new LinkedHashSet<>();
    for (Formula part : parts) {
      if (part.equals(FALSE)) {
        return FALSE;
      }
      if (part instanceof All all) {
        flat.addAll(all.of());
      } else if (!part.equals(TRUE)) {
        flat.add(part);
      }
    }
    List<Formula> left = new ArrayList<>(flat);
    return left.isEmpty() ? TRUE : left.size() == 1 ? left.get(0) : new All(left);
  }

  static Formula any(List<Formula> parts) {
    Set<Formula> flat = new LinkedHashSet<>();
    for (Formula part : parts) {
      if (part.equals(TRUE)) {
        return TRUE;
      }
      if (part instanceof Any any) {
        flat.addAll(any.of());
      } else if (!part.equals(FALSE)) {
        flat.add(part);
      }
    }
    List<Formula> left = new ArrayList<>(flat);
    return left.isEmpty() ? FALSE : left.size() == 1 ? left.get(0) : new Any(left);
  }

  static Formula some(int count, long credits, List<Option> options) {
    int needed = count;
    long owed = credits;
    List<Option> left = new ArrayList<>();
    for (Option option : options) {
      if (option.formula().equals(TRUE)) {
        needed--;
        owed -= option.credits();
      } else if (!option.formula().equals(FALSE)) {
        left.add(option);
      }
    }
    if (needed <= 0 && owed <= 0) {
      return TRUE;
    }
    long most = left.stream().mapToLong(Option::credits).sum();
    return needed > left.size() || owed > most
        ? FALSE
        : new Some(Math.max(needed, 0), Math.max(owed, 0), left);
  }
}
