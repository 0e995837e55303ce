package org.lmskit.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.lmskit.store.Reader;

/**
 * What a package asks of those above it, which it cannot call: whoever knows registers an answer when {@code Lms} is
 * built. A question that nobody answers gets no answer, and the asker says what that means.
 */
public final class Questions {
  private final List<Entry<?, ?>> entries;

  /** Something that can be asked; its type says what an answer is. */
  public interface Question<A> {}

  /**
   * Where an answer is looked up.
   *
   * @param reader the records, with the asker's own writes
   * @param questions for what the answer depends on in turn
   */
  public record Asking(Reader reader, Questions questions) {
    /** All answers, in the order of registration. */
    public <A> List<A> ask(Question<A> question) {
      return questions.ask(this, question);
    }
  }

  private record Entry<A, Q extends Question<A>>(Class<Q> type, BiFunction<Q, Asking, A> answer) {
    A answer(Question<A> question, Asking asking) {
      return answer.apply(type.cast(question), asking);
    }
  }

  private Questions(List<Entry<?, ?>> entries) {
    this.entries = List.copyOf(entries);
  }

  private <A> List<A> ask(Asking asking, Question<A> question) {
    List<A> answers = new ArrayList<>();
    for (Entry<?, ?> entry : entries) {
      if (entry.type().isInstance(question)) {
        // a question's class fixes the type of its answer, and on() took both together
        @SuppressWarnings("unchecked")
        Entry<A, ?> known = (Entry<A, ?>) entry;
        answers.add(known.answer(question, asking));
      }
    }
    return answers;
  }

  /** Collects answers. */
  public static final class Builder {
    private final List<Entry<?, ?>> entries = new ArrayList<>();

    /** Adds an answer to every question of this type. */
    public <A, Q extends Question<A>> Builder on(Class<Q> type, BiFunction<Q, Asking, A> answer) {
      entries.add(new Entry<>(type, answer));
      return this;
    }

    /** All that were added. */
    public Questions build() {
      return new Questions(entries);
    }
  }
}
