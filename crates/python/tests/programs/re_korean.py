import re

글 = "동시성(concurrency)은 병렬성(parallelism)과 다르다. 전화: 010-1234-5678"
print(re.findall(r"[가-힣]+", 글))
print(re.sub(r"\((\w+)\)", r"[\1]", 글))
print(re.search(r"(\d{3})-(\d{4})-(\d{4})", 글).groups())
print(re.split(r"\s+", 글)[:3], re.match(r"\w+", 글).span())
print(re.findall(r"\b\w", "하나 둘 셋"), re.findall(r"(?a)\w+", 글))
