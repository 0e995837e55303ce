package org.lmskit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lmskit.internal.Questions.Asking;
import org.lmskit.internal.Questions.Question;
import org.lmskit.model.TenantId;
import org.lmskit.store.InMemoryStore;

class QuestionsTest {
  private record Half(int of) implements Question<Integer> {}

  private record Name(int of) implements Question<String> {}

  private static <A> List<A> ask(Questions questions, Question<A> question) {
    return new InMemoryStore()
        .read(TenantId.DEFAULT, reader -> new Asking(reader, questions).ask(question));
  }

  @Test
  void all_who_know_answer_in_the_order_of_registration() {
    Questions questions = new Questions.Builder()
        .on(Half.class, (half, asking) -> half.of() / 2)
        .on(Name.class, (name, asking) -> "n" + name.of())
        .on(Half.class, (half, asking) -> -1)
        .build();

    assertThat(ask(questions, new Half(8))).containsExactly(4, -1);
    assertThat(ask(questions, new Name(3))).containsExactly("n3");
  }

  @Test
  void a_question_that_nobody_answers_has_no_answer() {
    Questions questions = new Questions.Builder().build();

    assertThat(ask(questions, new Half(8))).isEmpty();
  }

  @Test
  void an_answer_may_ask_in_turn() {
    Questions questions = new Questions.Builder()
        .on(Half.class, (half, asking) -> half.of() / 2)
        .on(
            Name.class,
            (name, asking) -> "half " + asking.ask(new Half(name.of())).get(0))
        .build();

    assertThat(ask(questions, new Name(6))).containsExactly("half 3");
  }
}
