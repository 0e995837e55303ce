package org.lmskit.scorm.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Learning Object Metadata: the whole tree, and what most hosts show of it.
 *
 * @param root the lom element
 * @see "IEEE 1484.12.1-2002; IMS Learning Resource Meta-Data 1.2"
 */
public record Lom(LomElement root) {
  /** General, title (LOM 1.2). */
  public List<LangString> titles() {
    return strings("general", "title");
  }

  /** General, description (LOM 1.4), all of them. */
  public List<LangString> descriptions() {
    return strings("general", "description");
  }

  /** General, keyword (LOM 1.5). */
  public List<LangString> keywords() {
    return strings("general", "keyword");
  }

  /** General, language (LOM 1.3): the language tags. */
  public List<String> languages() {
    return find("general", "language").stream().map(LomElement::text).toList();
  }

  /** General, identifier (LOM 1.1): the entries of catalogue entries included. */
  public List<String> identifiers() {
    List<LomElement> found = new ArrayList<>(find("general", "identifier"));
    found.addAll(find("general", "catalogentry"));
    return found.stream().map(Lom::identifier).filter(text -> !text.isEmpty()).toList();
  }

  /** Life cycle, version (LOM 2.1). */
  public List<LangString> versions() {
    return strings("lifecycle", "version");
  }

  /** Educational, typical learning time (LOM 5.9), as written: an ISO 8601 duration. */
  public Optional<String> findTypicalLearningTime() {
    return find("educational", "typicallearningtime").stream()
        .flatMap(time -> texts(time).stream())
        .map(LangString::text)
        .filter(text -> text.startsWith("P"))
        .findFirst();
  }

  /** The elements at a path of names below the root, in any case of letters. */
  public List<LomElement> find(String... path) {
    List<LomElement> at = List.of(root);
    for (String name : path) {
      at = at.stream()
          .flatMap(e -> e.children().stream())
          .filter(e -> e.name().equalsIgnoreCase(name))
          .toList();
    }
    return at;
  }

  private List<LangString> strings(String... path) {
    return find(path).stream().flatMap(e -> texts(e).stream()).toList();
  }

  private static List<LangString> texts(LomElement element) {
    List<LangString> texts = new ArrayList<>();
    if (!element.text().isEmpty()) {
      texts.add(new LangString(element.language(), element.text()));
    }
    element.children().forEach(child -> texts.addAll(texts(child)));
    return texts;
  }

  private static String identifier(LomElement element) {
    if (!element.text().isEmpty()) {
      return element.text();
    }
    return element.children().stream()
        .filter(child -> child.name().equalsIgnoreCase("entry"))
        .flatMap(child -> texts(child).stream())
        .map(LangString::text)
        .findFirst()
        .orElse("");
  }
}
