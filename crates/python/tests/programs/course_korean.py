이름 = '홍길동'
나이 = 20
점수표 = {'국어': 90, '수학': 85, '영어': 77}
def 평균(점수): return sum(점수.values()) / len(점수)
print(f'{이름}님은 {나이}살입니다.', '평균:', f'{평균(점수표):.1f}')
for 과목, 점수 in 점수표.items(): print(f'{과목}: {"*" * (점수 // 10)} {점수}')
class 학생:
    def __init__(self, 이름): self.이름 = 이름
    def __repr__(self): return f'학생({self.이름!r})'
print([학생('가'), 학생('나')], '합격' if 평균(점수표) >= 80 else '불합격', sorted(점수표, key=점수표.get))
try: 점수표['과학']
except KeyError as e: print('없는 과목:', e)
