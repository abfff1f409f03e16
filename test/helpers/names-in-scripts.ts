/** Invented names in every script whose fonts sosent brings, one list per language or script. */
export const NAMES_IN_SCRIPTS = {
  Norwegian: ['Åse Ødegård Ærø'],
  Sámi: ['Ánte Čáhppe Ŋállu Đuođđá', 'Máret Šuorggi Žuolga Ŧuorbma'],
  Vietnamese: ['Nguyễn Thị Hường', 'Đặng Ngọc Ẩn Ỹ'],
  Polish: ['Łucja Święcicka-Źródło'],
  Greek: ['Ελένη Παπαδοπούλου', 'Ἀλέξανδρος Ὁδυσσεύς'],
  Cyrillic: ['Ёлка Щербакова', 'Їжак Ґедзь', 'Љубица Ђурић'],
  Arabic: ['محمد عبد الرحمن', 'فاطمة الزهراء بنت علي', 'پرویز چنگیزی ژاله', 'عائشہ ٹیپو ڈار'],
  Hebrew: ['דוד בן־גוריון כהן', 'יצחק צ׳רניחובסקי'],
  Devanagari: ['प्रियंका क्षत्रिय श्रीवास्तव', 'ज्ञानेश्वर द्विवेदी'],
  Tamil: ['தமிழ்ச்செல்வி கிருஷ்ணமூர்த்தி', 'கௌசல்யா ஸ்ரீ'],
  Thai: ['กัญญาณัฐ แก้วน้ำทิพย์', 'เพ็ญพิชชา ศิริวัฒน์'],
  mixed: ['Ann محمد Berg', 'محمد Mo علي', 'דוד (David) 42'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
