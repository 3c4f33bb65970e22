// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

/** A language of the guide. Each has a folder of the site, and the same pages in it. */
enum Language {
  ENGLISH("en", "English", ""),
  CHINESE("zh-CN", "中文", "zh/");

  private final String tag;
  private final String ownName;
  private final String folder;

  Language(String tag, String ownName, String folder) {
    this.tag = tag;
    this.ownName = ownName;
    this.folder = folder;
  }

  /** As HTML has it. */
  String tag() {
    return tag;
  }

  String ownName() {
    return ownName;
  }

  /** Relative to the site, with a slash; empty for the language that lives at its top. */
  String folder() {
    return folder;
  }

  /** From its folder to the top of the site. */
  String toTop() {
    return folder.isEmpty() ? "" : "../";
  }

  Language other() {
    return this == ENGLISH ? CHINESE : ENGLISH;
  }
}
