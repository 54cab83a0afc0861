text = "안녕, wörld! 😀 ∑"
print(len(text), text[0], text[-3], text[::-1], text.upper(), text.encode("utf-8")[:6], text.find("😀"), text.split())
이름 = "철수"
나이 = {"철수": 20, "영희": 21}
def 인사(이름): return f"{이름}님, {나이[이름]}살"
print(인사(이름), sorted(나이), max(나이, key=나이.get), "가" < "나", [hex(ord(c)) for c in "가a"])
print(f"{'한글':>6}|{'한글':*^8}|{'x':<3}|", "é" == "e\u0301", len("e\u0301"), "ŉ".upper(), "İ".lower() == "i̇", "ǅ".title(), "ﬁ".upper())
print(repr("\u200b\xa0\ud7ff"), repr("😀\x7f\x80"), "٣".isdigit(), "²".isdigit(), "½".isnumeric(), "ⅷ".isnumeric(), "한".isalpha(), "_".isalpha())
for c in "aé한😀":
    print(c, ord(c), len(c.encode()), c.isidentifier())
